import { anAppend, type FreshLog, faultsInLog, freshLog, lossyConnection, otherProcess } from '@jalon/testing';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { InvalidAppend, LogUnavailable } from './errors.ts';
import { openLog } from './open.ts';
import type { Append, Appended, DecisionLog } from './port.ts';

let fresh: FreshLog;
beforeEach(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
});
afterEach(async () => {
  expect(await faultsInLog(fresh.pool)).toEqual([]);
  await fresh.drop();
});

const reporter = { warn: () => undefined };
const clock = () => new Date();
const idOf = (answer: Appended) => ('decisions' in answer ? answer.decisions[0]?.id : undefined);
const statuses = (answers: readonly Appended[]) => answers.map(({ status }) => status).sort();

/** Ends every connection that the logs have, whatever they are doing. */
async function killConnections(): Promise<void> {
  const client = new pg.Client({ connectionString: inject('servers').postgresUrl });
  await client.connect();
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = $2', [
    new URL(fresh.url).pathname.slice(1),
    'jalon decision log',
  ]);
  await client.end();
}

/** As whoever asks would: the same command again while the log cannot be reached. */
async function persistently(log: DecisionLog, append: Append): Promise<Appended> {
  for (;;) {
    try {
      return await log.append(append);
    } catch (error) {
      if (!(error instanceof LogUnavailable)) throw error;
    }
  }
}

describe('32 writers at once', () => {
  it('leave a log without a gap or a double, with conflicts, rollbacks and lost connections among them', async () => {
    const logs = [fresh.log, await fresh.openAgain()];
    const acknowledged: string[] = [];
    const rejected = { conflict: 0, invalid: 0 };
    let killed = 0;

    const note = async (answer: Appended) => {
      const id = idOf(answer);
      if (id === undefined) return;
      acknowledged.push(id);
      if (acknowledged.length % 100 !== 0) return;
      killed += 1;
      await killConnections();
    };
    async function write(log: DecisionLog, writer: number): Promise<void> {
      const stream = `project-${writer}`;
      let version = 0;
      for (let round = 0; round < 20; round += 1) {
        const asked = anAppend({ stream, at: version, data: round % 3 === 0 ? [1, 2] : [1] });
        const answer = await persistently(log, asked);
        version += asked.decisions.length;
        expect(['appended', 'repeated']).toContain(answer.status);
        await note(answer);
        if (round % 4 === 1) {
          expect((await persistently(log, anAppend({ stream, at: 0 }))).status).toBe('conflict');
          rejected.conflict += 1;
        }
        if (round % 5 === 2) {
          // an id that the log holds already: the database refuses the whole call
          const doubled = { ...anAppend({ stream, at: 'any' }), decisions: [{ ...asked.decisions[0]!, stream }] };
          await expect(persistently(log, doubled)).rejects.toThrow(InvalidAppend);
          rejected.invalid += 1;
        }
        await note(await persistently(log, anAppend({ stream: 'register-of-all', at: 'any' })));
      }
    }
    await Promise.all(Array.from({ length: 32 }, (_, writer) => write(logs[writer % 2]!, writer)));

    expect(rejected).toEqual({ conflict: 32 * 5, invalid: 32 * 4 });
    expect(killed).toBeGreaterThan(5);
    expect(acknowledged).toHaveLength(32 * 40);
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
    const [{ head } = { head: 0 }] = await fresh.log.tenants();
    expect(head).toBe(32 * 47);
    const recorded = new Set((await fresh.log.readLog('demonstration', { after: 0, limit: head })).map(({ id }) => id));
    expect(acknowledged.filter((id) => !recorded.has(id))).toEqual([]);
  });
});

describe('an answer that was lost', () => {
  it('is found by trying again: the caller hears of one decision of its own', async () => {
    const lossy = await lossyConnection(fresh.url);
    const log = await openLog({ url: lossy.url, clock, reporter });
    const asked = anAppend();
    lossy.loseAnswerTo(asked.command.id);
    const answer = await log.append(asked);
    expect(lossy.lost()).toBe(1);
    expect(answer).toMatchObject({ status: 'appended', decisions: [{ id: asked.decisions[0]?.id, position: 1 }] });
    expect((await fresh.log.tenants())[0]?.head).toBe(1);
    await log.close();
    await lossy.close();
  });

  it('harms no other of its group: each is recorded once, and each caller hears of its own', async () => {
    const lossy = await lossyConnection(fresh.url);
    const log = await openLog({ url: lossy.url, clock, reporter });
    const asked = Array.from({ length: 20 }, (_, index) => anAppend({ stream: `project-${index}` }));
    lossy.loseAnswerTo(asked[7]!.command.id);
    const answers = await Promise.all(asked.map((each) => log.append(each)));
    expect(lossy.lost()).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 'appended'));
    expect(answers.map(idOf)).toEqual(asked.map(({ decisions }) => decisions[0]?.id));
    expect((await fresh.log.tenants())[0]?.head).toBe(20);
    await log.close();
    await lossy.close();
  });

  it('is given to the same command when another process sends it again, decided anew', async () => {
    const killed = await otherProcess(fresh.url);
    const first = anAppend();
    const answered = await killed.append(first);
    await killed.kill();
    const again = anAppend({ commandId: first.command.id, data: ['decided anew'] });
    expect(await fresh.log.append(again)).toEqual({ ...answered, status: 'repeated' });
  });
});

describe('processes that race', () => {
  it('with the same commands record each once, and give the same answer', async () => {
    const other = await otherProcess(fresh.url);
    const contenders = [fresh.log, await fresh.openAgain(), other];
    const commands = Array.from({ length: 40 }, (_, index) => `person:ana:race-${index}`);
    const races = await Promise.all(
      commands.map((commandId, index) => Promise.all(contenders.map((each) => each.append(anAppend({ stream: `project-${index}`, commandId }))))),
    );
    for (const answers of races) {
      expect(statuses(answers)).toEqual(['appended', 'repeated', 'repeated']);
      expect(new Set(answers.map(idOf)).size).toBe(1);
    }
    await other.kill();
  });

  it('for the same version of a stream let one through', async () => {
    const other = await otherProcess(fresh.url);
    const contenders = [fresh.log, await fresh.openAgain(), other];
    for (let version = 0; version < 20; version += 1) {
      const answers = await Promise.all(contenders.map((each) => each.append(anAppend({ at: version }))));
      expect(statuses(answers)).toEqual(['appended', 'conflict', 'conflict']);
    }
    await other.kill();
  });

  it('and die at any moment lose nothing that they acknowledged', async () => {
    const acknowledged: (string | undefined)[] = [];
    for (let life = 0; life < 5; life += 1) {
      const other = await otherProcess(fresh.url);
      const writing = Array.from({ length: 16 }, async (_, writer) => {
        for (;;) {
          const answer = await other.append(anAppend({ stream: `project-${life}-${writer}`, at: 'any' })).catch(() => undefined);
          if (!answer) return;
          acknowledged.push(idOf(answer));
          if (acknowledged.length === 60 * (life + 1)) void other.kill();
        }
      });
      await Promise.all(writing);
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(300);
    const recorded = (await fresh.log.readLog('demonstration', { after: 0, limit: 100_000 })).map(({ id }) => id);
    expect(acknowledged.filter((id) => id === undefined || !recorded.includes(id))).toEqual([]);
  });
});

describe('a role that is revoked in another stream', () => {
  it('lets no decision through that rests on it, however close they come', async () => {
    const authority = 'organisation-authority';
    await fresh.log.append(anAppend({ stream: authority, data: ['granted'] }));
    const logs = [fresh.log, await fresh.openAgain()];
    let decided = 0;
    let refusedLate = 0;

    /** Reads whether the role is held, and decides on what was read. */
    async function decide(log: DecisionLog, who: number): Promise<void> {
      for (let version = 0; ; version += 1) {
        const roles = await log.readStream('demonstration', authority);
        if (roles.at(-1)?.data !== 'granted') return;
        const answer = await log.append(anAppend({ stream: `project-${who}`, at: version, consulted: { [authority]: roles.length } }));
        if (answer.status === 'conflict') {
          refusedLate += 1;
          return;
        }
        decided += 1;
        if (decided === 200) await logs[1]!.append(anAppend({ stream: authority, at: 1, data: ['revoked'] }));
      }
    }
    await Promise.all(Array.from({ length: 24 }, (_, who) => decide(logs[who % 2]!, who)));

    const all = await fresh.log.readLog('demonstration', { after: 0, limit: 10_000 });
    const revoked = all.find(({ data }) => data === 'revoked')!;
    expect(all.filter(({ position }) => position > revoked.position)).toEqual([]);
    expect(decided).toBe(all.length - 2);
    expect(refusedLate).toBeGreaterThan(0);
  });
});
