import { LivedProgramme } from '@jalon/read-models/testing';
import { type FreshLog, freshLog } from '@jalon/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { doorOf } from '../system.ts';
import { diffOf } from './diff.ts';
import { shownOf } from './show.ts';

const TENANT = 'fiction';
const LATER = new Date('2099-01-01T00:00:00Z');
let fresh: FreshLog;

beforeAll(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  const lived = new LivedProgramme(fresh.log, TENANT);
  await lived.openCall();
  await lived.apply('workshops', 'Ateliers de réparation', 4.5);
  await lived.apply('lanterns', 'Lanternes', 2);
  await lived.select();
  await lived.fund('workshops');
});
afterAll(() => fresh?.drop());

const show = async (thing: string, asOf = {}) => (await shownOf(fresh.log, TENANT, thing, asOf, LATER)).lines.join('\n');
const end = (day: string) => `${day}T23:59:59.999Z`;
const diff = (thing: string, from: string, to?: string) =>
  diffOf(
    fresh.log,
    doorOf(fresh.log, 'a key').loader(TENANT),
    TENANT,
    thing,
    { from: end(from), by: 'took-effect', ...(to !== undefined && { to: end(to) }) },
    LATER,
  );

describe('a thing as it stood', () => {
  it('is the page of a project, of a call with its ranking, or of a programme', async () => {
    expect(await show('project-workshops')).toContain('stage: concept');
    expect(await show('project-workshops', { effectAt: end('2024-03-01') })).toContain('stage: in-review');
    expect(await show('call-spring', { effectAt: end('2024-03-01') })).not.toContain('ranking');
    expect(await show('call-spring')).toContain('ranking');
    expect(await show('programme-breakthrough')).toContain('policyVersion: 0');
  });

  it('is the portfolio, or the call board', async () => {
    expect(await show('portfolio', { effectAt: end('2024-01-31') })).toMatch(/lanterns +2 +draft +Lanternes\nworkshops +2 +draft/);
    expect(await show('calls', { effectAt: end('2023-12-02') })).toMatch(/spring +1 +draft +Appel de printemps/);
  });

  it('says what is wrong where there is none', async () => {
    await expect(show('project-workshops', { effectAt: end('2023-12-31') })).rejects.toThrow('There was no "project-workshops" yet by then');
    await expect(show('project-nowhere')).rejects.toThrow('There is no "project-nowhere" in fiction');
    await expect(show('sitting-one')).rejects.toThrow('has no page: name a thing as project-<id>, call-<id>, programme-<id>');
    await expect(show('portfolio', { knownAt: '2999-01-01T00:00:00.000Z' })).rejects.toThrow('--known-at 2999-01-01T00:00:00.000Z has not come yet');
  });
});

describe('what changed between two instants', () => {
  it('is told decision by decision with who, why, rule and policy, then field by field', async () => {
    const { lines } = await diff('project-workshops', '2024-02-19', '2024-02-21');
    expect(lines[0]).toBe('From 2024-02-19T23:59:59.999Z to 2024-02-21T23:59:59.999Z, by when decisions took effect: 3 decisions.');
    expect(lines[3]).toMatch(/^2024-02-20 08:00 +\S+ \S+ +review-submitted +rea +rule \d+, policy 0$/);
    expect(lines.join('\n')).toContain('comment: Secret to the committee, too.');
    expect(lines).toContain('    reviews.submitted: 0 → 2');
  });

  it('says on which calls and projects of a programme something was decided', async () => {
    const { lines } = await diff('programme-breakthrough', '2024-06-01');
    expect(lines).toContain('Its page is the same.');
    expect(lines.at(-1)).toMatch(/^project-workshops +5$/);
  });

  it('refuses instants that cannot be compared', async () => {
    await expect(diff('project-workshops', '2024-06-02', '2024-06-01')).rejects.toThrow('it has to be the earlier of the two');
    await expect(diff('project-workshops', '2023-01-01', '2023-06-01')).rejects.toThrow('There was no "project-workshops" in fiction by');
    await expect(diff('project-workshops', '2023-01-01', '2999-06-01')).rejects.toThrow('--to 2999-06-01T23:59:59.999Z has not come yet');
  });
});
