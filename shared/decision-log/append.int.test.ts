import { anAppend, type FreshLog, faultsInLog, freshLog } from '@jalon/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { InvalidAppend } from './errors.ts';
import type { Append, Appended } from './port.ts';

let fresh: FreshLog;
beforeAll(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
});
afterAll(async () => {
  expect(await faultsInLog(fresh.pool)).toEqual([]);
  await fresh.drop();
});

const append = (wanted: Parameters<typeof anAppend>[0]) => fresh.log.append(anAppend(wanted));
const statusOf = async (wanted: Parameters<typeof anAppend>[0]) => (await append(wanted)).status;
const places = (answer: Appended) => ('decisions' in answer ? answer.decisions.map(({ stream, version }) => `${stream}@${version}`) : []);

describe('recording decisions', () => {
  it('gives each its place in its stream and in the log of its tenant, and reads back what was written', async () => {
    const asked = anAppend({
      tenant: 'places',
      stream: 'project-a',
      at: 0,
      data: [{ text: 'NUL \u0000, tab \t, \\ and "é" 🏛' }, 2],
      policyVersion: 4,
      correlation: 'c-1',
    });
    const answer = await fresh.log.append(asked);
    expect(answer).toMatchObject({
      status: 'appended',
      decisions: [
        { version: 1, position: 1 },
        { version: 2, position: 2 },
      ],
    });
    const [first, second] = await fresh.log.readStream('places', 'project-a');
    expect(first).toMatchObject({
      id: asked.decisions[0]?.id,
      tenant: 'places',
      data: { text: 'NUL \u0000, tab \t, \\ and "é" 🏛' },
      input: JSON.parse(asked.command.inputText),
      command: { id: asked.command.id, name: 'note' },
      actor: asked.actor,
      authorisation: asked.authorisation,
      policyVersion: 4,
      ruleVersion: 1,
      correlation: 'c-1',
      occurredAt: asked.occurredAt,
    });
    expect(second).not.toHaveProperty('input');
    expect(answer).toMatchObject({ decisions: [{ recordedAt: first?.recordedAt, occurredAt: first?.occurredAt }, { id: second?.id }] });
  });

  it('writes several streams in one: all of them, or none when one of them moved', async () => {
    const award = (at: number): Append => {
      const { decisions, ...rest } = anAppend({ tenant: 'award', stream: 'call-1', at, data: ['reserved', 'awarded', 'noted'] });
      return {
        ...rest,
        expected: { 'call-1': at, 'project-b': at / 2 },
        decisions: decisions.map((each, index) => (index === 1 ? { ...each, stream: 'project-b' } : each)),
      };
    };
    expect(places(await fresh.log.append(award(0)))).toEqual(['call-1@1', 'project-b@1', 'call-1@2']);
    expect(places(await fresh.log.append(award(2)))).toEqual(['call-1@3', 'project-b@2', 'call-1@4']);
    await append({ tenant: 'award', stream: 'project-b', at: 2 });
    expect(await fresh.log.append(award(4))).toEqual({ status: 'conflict', heads: { 'call-1': 4, 'project-b': 3 } });
    expect(await fresh.log.heads('award', ['call-1', 'project-b', 'project-none'])).toEqual({ 'call-1': 4, 'project-b': 3, 'project-none': 0 });
  });

  it('refuses what rests on a version that has passed, with the present version of every stream named', async () => {
    await append({ tenant: 'moved', stream: 'organisation-authority', at: 0, data: [1, 2] });
    const late = { tenant: 'moved', stream: 'project-c', at: 0, consulted: { 'organisation-authority': 1 } };
    expect(await append(late)).toEqual({ status: 'conflict', heads: { 'project-c': 0, 'organisation-authority': 2 } });
    expect(await statusOf({ ...late, consulted: { 'organisation-authority': 2 } })).toBe('appended');
    expect(await statusOf({ ...late, at: 0, consulted: {} })).toBe('conflict');
  });

  it('takes decisions on a register whatever its version', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => append({ tenant: 'register', stream: 'register-x', at: 'any' })));
    expect(answers.flatMap(places).sort()).toEqual(Array.from({ length: 10 }, (_, index) => `register-x@${index + 1}`).sort());
  });

  it('keeps tenants apart, down to the streams and command ids of the same name', async () => {
    const asked = anAppend({ tenant: 'here', stream: 'project-same' });
    expect(await fresh.log.append(asked)).toMatchObject({ status: 'appended', decisions: [{ position: 1 }] });
    expect(await fresh.log.append({ ...asked, tenant: 'there' })).toMatchObject({ status: 'appended', decisions: [{ position: 1 }] });
    expect(await fresh.log.findCommand('elsewhere', asked.command.id)).toBeUndefined();
  });
});

describe('a command that comes again', () => {
  it('has one decision and the same answer, also when it is then decided differently', async () => {
    const asked = anAppend({ tenant: 'again', stream: 'project-d' });
    const first = await fresh.log.append(asked);
    const again = await append({ tenant: 'again', stream: 'project-d', commandId: asked.command.id, at: 1, data: ['something else'] });
    expect(again).toEqual({ ...first, status: 'repeated' });
    expect(await fresh.log.findCommand('again', asked.command.id)).toEqual({
      inputHash: new Uint8Array(asked.command.inputHash),
      decisions: 'decisions' in first && first.decisions,
    });
    expect(await fresh.log.readStream('again', 'project-d')).toHaveLength(1);
  });

  it('is told apart from another one that took its id', async () => {
    const asked = anAppend({ tenant: 'taken', stream: 'project-e' });
    await fresh.log.append(asked);
    expect(await append({ tenant: 'taken', stream: 'project-e', at: 1, commandId: asked.command.id, input: 'another' })).toEqual({
      status: 'reused',
    });
    expect(await fresh.log.heads('taken', ['project-e'])).toEqual({ 'project-e': 1 });
  });

  it('has one decision when it is sent many times at once', async () => {
    const commandId = 'person:ana:clicked-twice';
    const answers = await Promise.all(Array.from({ length: 8 }, () => append({ tenant: 'clicks', stream: 'project-f', commandId })));
    expect(answers.map(({ status }) => status).sort()).toEqual(['appended', ...Array<string>(7).fill('repeated')]);
    expect(new Set(answers.map((answer) => 'decisions' in answer && answer.decisions[0]?.id)).size).toBe(1);
  });
});

describe('when decisions take effect', () => {
  const at = (occurredAt: string, more: Parameters<typeof anAppend>[0] = {}) => append({ tenant: 'times', stream: 'project-g', occurredAt, ...more });

  it('is never before the last one of a stream, save for a correction', async () => {
    await at('2024-03-01T10:00:00Z', { at: 0, tenant: 'times' });
    expect(await at('2024-03-01T09:59:59.999Z', { at: 1 })).toMatchObject({
      status: 'out-of-order',
      stream: 'project-g',
      earliest: '2024-03-01T10:00:00.000Z',
    });
    expect(await at('2024-03-01T10:00:00Z', { at: 1 })).toMatchObject({ status: 'appended' });
    expect(await at('2024-02-01T00:00:00Z', { at: 2, retroactive: true })).toMatchObject({ status: 'appended' });
    // the correction did not move the stream back
    expect(await at('2024-02-15T00:00:00Z', { at: 3 })).toMatchObject({ status: 'out-of-order', earliest: '2024-03-01T10:00:00.000Z' });
  });

  it('is any past instant on a register, whose decisions have no order', async () => {
    const register = { stream: 'register-y', at: 'any' as const };
    await at('2024-03-01T10:00:00Z', register);
    expect(await at('2023-01-01T00:00:00Z', register)).toMatchObject({ status: 'appended', decisions: [{ version: 2 }] });
  });

  it('is never after now, by the clock of PostgreSQL', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const answer = await at(tomorrow, { stream: 'project-h' });
    expect(answer).toMatchObject({ status: 'out-of-order', stream: 'project-h' });
    expect('latest' in answer && answer.latest < tomorrow).toBe(true);
  });

  it('is exactly as it was ruled by a process slightly ahead of PostgreSQL: the decision is recorded no earlier than it took effect', async () => {
    const ahead = new Date(Date.now() + 1_000).toISOString();
    const answer = await at(ahead, { stream: 'project-i' });
    expect(answer).toMatchObject({ status: 'appended', decisions: [{ occurredAt: ahead, recordedAt: ahead }] });
  });
});

describe('one bad append', () => {
  it('harms no other of its group', async () => {
    const taken = anAppend({ tenant: 'bad', stream: 'project-j' });
    await fresh.log.append(taken);
    const good = Array.from({ length: 30 }, (_, index) => anAppend({ tenant: 'bad', stream: `project-good-${index}` }));
    const bad = { ...anAppend({ tenant: 'bad', stream: 'project-bad' }), decisions: [{ ...taken.decisions[0]!, stream: 'project-bad' }] };
    const results = await Promise.allSettled([...good.slice(0, 15), bad, ...good.slice(15)].map((each) => fresh.log.append(each)));
    const [failed, ...rest] = results.filter(({ status }) => status === 'rejected');
    expect(rest).toEqual([]);
    expect(failed).toMatchObject({ reason: expect.any(InvalidAppend) });
    expect(results[15]?.status).toBe('rejected');
    expect(Object.keys(await fresh.log.streams('bad', 'project-good-'))).toHaveLength(30);
    expect(await fresh.log.heads('bad', ['project-bad'])).toEqual({ 'project-bad': 0 });
  });
});
