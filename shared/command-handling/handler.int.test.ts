import { authoriser } from '@jalon/authorisation';
import type { LoggedDecision } from '@jalon/decision-log';
import type { Actor } from '@jalon/domain';
import { newId, systemClock } from '@jalon/runtime';
import { anAppend, type FreshLog, freshLog } from '@jalon/testing';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { type CommandHandler, createHandler } from './index.ts';

const operator: Actor = { kind: 'import', id: 'operator' };
const person = (id: string): Actor => ({ kind: 'person', id });
const name = { fr: 'Programme', en: 'Programme' };
const TENANT = 'region';

let fresh: FreshLog;
let door: CommandHandler;
/** Another process on the same log: it shares nothing with the first but PostgreSQL. */
let other: CommandHandler;

const doorTo = (log: FreshLog['log']) =>
  createHandler({ log, authorise: authoriser(), clock: systemClock, newId, commandKey: 'a key for tests only' });

async function ask(
  through: CommandHandler,
  actor: Actor,
  key: string,
  path: string,
  input: unknown,
  more: { ifVersion?: number; occurredAt?: string } = {},
) {
  const [kind, id, command] = path.split('/') as [string, string, string];
  return through.handle({ tenant: TENANT, kind, id, name: command, input, actor, commandId: `${actor.kind}:${actor.id}:${key}`, ...more });
}

const everything = async (): Promise<readonly LoggedDecision[]> => fresh.log.readLog(TENANT, { after: 0, limit: 10_000 });

beforeEach(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  door = doorTo(fresh.log);
  other = doorTo(await fresh.openAgain());
  await ask(door, operator, 'authority', 'organisation/authority/register-organisation', { name, administrator: 'ana' });
  await ask(door, person('ana'), 'programme', 'programme/isr/create-programme', { name });
});
afterEach(() => fresh.drop());

describe('the same command twice', () => {
  it('gives one decision and the same answer', async () => {
    const grant = () => ask(door, person('ana'), 'k-1', 'organisation/authority/grant-role', { person: 'ben', role: 'reviewer' });
    const [first, second] = [await grant(), await grant()];
    expect(first.status).toBe('recorded');
    expect(second).toEqual({ ...first, status: 'repeated' });
  });

  it('gives one decision when two processes are asked at once', async () => {
    const asked = [door, other, door, other].map((through) =>
      ask(through, person('ana'), 'k-2', 'organisation/authority/grant-role', { person: 'ben', role: 'reviewer' }),
    );
    const answers = await Promise.all(asked);
    expect(answers.filter(({ status }) => status === 'recorded')).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 'repeated')).toHaveLength(3);
    expect((await everything()).filter(({ type }) => type === 'role-granted')).toHaveLength(1);
  });

  it('is an error when the second says something else', async () => {
    await ask(door, person('ana'), 'k-3', 'organisation/authority/grant-role', { person: 'ben', role: 'reviewer' });
    const answer = await ask(door, person('ana'), 'k-3', 'organisation/authority/grant-role', { person: 'cleo', role: 'reviewer' });
    expect(answer.status).toBe('key-reused');
  });

  it('is not confused with the same key of another person', async () => {
    await ask(door, person('ana'), 'first', 'organisation/authority/grant-role', { person: 'ben', role: 'administrator' });
    await ask(door, person('ana'), 'same', 'organisation/authority/grant-role', { person: 'cleo', role: 'reviewer' });
    const answer = await ask(door, person('ben'), 'same', 'organisation/authority/grant-role', { person: 'dora', role: 'reviewer' });
    expect(answer.status).toBe('recorded');
  });
});

describe('a decision rests on what is current', () => {
  it('is refused nothing for what another process has changed meanwhile', async () => {
    await ask(other, person('ana'), 'a', 'organisation/authority/grant-role', { person: 'ben', role: 'administrator' });
    const answer = await ask(door, person('ben'), 'b', 'programme/isr/add-funder', { funder: 'region', name, kind: 'region', notify: {} });
    expect(answer.status).toBe('recorded');
  });

  it('refuses a stale version, and says which one is current', async () => {
    const funder = { funder: 'region', name, kind: 'region', notify: {} };
    const answer = await ask(door, person('ana'), 'c', 'programme/isr/add-funder', funder, { ifVersion: 7 });
    expect(answer).toEqual({ status: 'stale', version: 1 });
  });

  it('never lets a person decide after their role was revoked, whichever process they ask', async () => {
    await ask(door, person('ana'), 'role', 'organisation/authority/grant-role', { person: 'ben', role: 'administrator' });
    const deciding = Array.from({ length: 40 }, (_, index) =>
      ask(index % 2 ? door : other, person('ben'), `f-${index}`, 'programme/isr/add-funder', {
        funder: `f-${index}`,
        name,
        kind: 'other',
        notify: {},
      }),
    );
    const revoking = ask(door, person('ana'), 'revoke', 'organisation/authority/revoke-role', { person: 'ben', role: 'administrator' });
    const answers = await Promise.all([...deciding, revoking]);
    const log = await everything();
    const revoked = log.find(({ type }) => type === 'role-revoked')!.position;
    const later = log.filter(({ actor, position }) => actor.id === 'ben' && position > revoked);
    expect(later).toEqual([]);
    expect(answers.filter(({ status }) => status === 'recorded')).toHaveLength(log.filter(({ actor }) => actor.id === 'ben').length + 1);
  });

  it('never lets a person decide by a role that was lent to them once that has ended, whichever process they ask', async () => {
    const days = { from: '2020-01-01', until: '2199-12-31' };
    const lent = { delegation: 'leave', role: 'administrator', delegate: 'ben', ...days, reason: 'Leave.' };
    expect((await ask(door, person('ana'), 'lend', 'organisation/authority/delegate-role', lent)).status).toBe('recorded');
    const deciding = Array.from({ length: 40 }, (_, index) =>
      ask(index % 2 ? door : other, person('ben'), `l-${index}`, 'programme/isr/add-funder', {
        funder: `l-${index}`,
        name,
        kind: 'other',
        notify: {},
      }),
    );
    const ending = ask(other, person('ana'), 'end', 'organisation/authority/end-delegation', { delegation: 'leave' });
    await Promise.all([...deciding, ending]);
    const log = await everything();
    const ended = log.find(({ type }) => type === 'delegation-ended')!.position;
    expect(log.filter(({ actor, position }) => actor.id === 'ben' && position > ended)).toEqual([]);
  });

  it('records all of many commands on one thing, asked of two processes at once, or says that it is contended', async () => {
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, index) =>
        ask(index % 2 ? door : other, person('ana'), `g-${index}`, 'programme/isr/add-funder', {
          funder: `g-${index}`,
          name,
          kind: 'other',
          notify: {},
        }),
      ),
    );
    const recorded = answers.filter(({ status }) => status === 'recorded');
    const contended = answers.filter(({ status }) => status === 'contended');
    expect(recorded.length + contended.length).toBe(64);
    expect((await everything()).filter(({ type }) => type === 'funder-added')).toHaveLength(recorded.length);
  });
});

describe('when a decision takes effect', () => {
  const adding = (funder: string) => ({ funder, name, kind: 'other', notify: {} });

  it('is not before the one that it follows, however the instant is written', async () => {
    await ask(door, person('ana'), 'first', 'programme/isr/add-funder', adding('first'));
    const [before] = (await everything()).slice(-1);
    const sameSecond = before!.occurredAt.replace(/\.\d+Z$/, 'Z');
    const answer = await ask(door, person('ana'), 'second', 'programme/isr/add-funder', adding('second'), { occurredAt: sameSecond });
    expect(answer.status).toBe('recorded');
    expect((await everything()).at(-1)!.occurredAt).toBe(before!.occurredAt);
  });

  it('is exactly when its record says for an import, which is told when that is out of order', async () => {
    await ask(door, person('ana'), 'now', 'programme/isr/add-funder', adding('now'));
    const answer = await ask(door, operator, 'then', 'programme/isr/add-funder', adding('then'), { occurredAt: '2020-01-01T00:00:00Z' });
    expect(answer.status).toBe('out-of-order');
  });
});

describe('a correction', () => {
  const STREAM = 'project-repair';
  const day = (date: string) => `${date}T10:00:00.000Z`;
  const decided: readonly (readonly [string, string, unknown])[] = [
    ['2026-01-12', 'application-started', { call: 'spring', holder: 'hanna' }],
    ['2026-03-02', 'application-submitted', { requested: 100 }],
    ['2026-03-09', 'declared-ineligible', { reasons: [{ check: 'completeness', reason: 'A piece is missing.' }] }],
    ['2026-04-01', 'appeal-lodged', { against: 'ineligible', decision: '', grounds: 'It was there.', attachments: [] }],
    ['2026-04-20', 'appeal-decided', { against: 'ineligible', decision: '', outcome: 'upheld', reasons: 'It was there.' }],
  ];

  it('takes effect with the decision that it corrects, which stays readable, and is known from the day on which it was taken', async () => {
    let refusal = '';
    for (const [at, [date, type, data]] of decided.entries()) {
      const wanted = { tenant: TENANT, stream: STREAM, at, actor: person('ben'), occurredAt: day(date) };
      const append = anAppend({ ...wanted, data: [typeof data === 'object' && data && 'decision' in data ? { ...data, decision: refusal } : data] });
      await fresh.log.append({ ...append, decisions: append.decisions.map((one) => ({ ...one, type })) });
      if (type === 'declared-ineligible') refusal = append.decisions[0]!.id;
    }
    const answer = await ask(door, person('ana'), 'correct', 'project/repair/correct-outcome', { to: 'eligible', reasons: 'The appeal was upheld.' });
    expect(answer).toMatchObject({ status: 'recorded', version: 6 });

    const typesOf = async (asOf: { knownAt?: string; effectAt?: string }) =>
      (await fresh.log.readStream(TENANT, STREAM, asOf)).map(({ type }) => type);
    const [correction] = (await fresh.log.readStream(TENANT, STREAM)).slice(-1);
    expect(correction).toMatchObject({ type: 'outcome-corrected', occurredAt: day('2026-03-09'), data: { corrects: refusal, to: 'eligible' } });
    const before = new Date(Date.parse(correction!.recordedAt) - 1).toISOString();
    expect(await typesOf({ effectAt: day('2026-03-09') })).toEqual([...decided.slice(0, 3).map(([, type]) => type), 'outcome-corrected']);
    expect(await typesOf({ knownAt: before })).toEqual(decided.map(([, type]) => type));
    const next = await ask(door, person('ana'), 'assign', 'project/repair/assign-reviewer', { reviewer: 'rea' });
    expect(next).toMatchObject({ status: 'recorded', version: 7 });
  });
});

describe('who has no place here', () => {
  it('is told that it is forbidden, and nothing is recorded', async () => {
    const before = (await everything()).length;
    const answer = await ask(door, person('mallory'), 'm', 'organisation/authority/grant-role', { person: 'mallory', role: 'administrator' });
    expect(answer.status).toBe('forbidden');
    expect(await everything()).toHaveLength(before);
  });

  it('sees nothing of another tenant', async () => {
    const answer = await door.handle({
      tenant: 'elsewhere',
      kind: 'programme',
      id: 'isr',
      name: 'add-funder',
      input: { funder: 'region', name, kind: 'region', notify: {} },
      actor: person('ana'),
      commandId: 'person:ana:x',
    });
    expect(answer.status).toBe('not-found');
  });
});

describe('what was decided', () => {
  it('names the policies that allowed it, the policy version and the rule version', async () => {
    const [, created] = await everything();
    expect(created).toMatchObject({
      type: 'programme-created',
      ruleVersion: 1,
      actor: { kind: 'person', id: 'ana' },
      command: { name: 'programme/create-programme' },
    });
    expect(created?.authorisation.length).toBeGreaterThan(0);
  });
});
