import { randomBytes, randomUUID } from 'node:crypto';
import { freePort } from '@jalon/infra/ports';
import { type FreshLog, freshLog } from '@jalon/testing';
import { connect, workflowIdOf } from '@jalon/workflows/client';
import { endWorkflows, linesOfLog, linesOfWorkflows, manyProjects, owedOnStreams, quiet, Region, working } from '@jalon/workflows/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { readFolder } from '../import/folder.ts';
import { importFolder } from '../import/run.ts';
import { doorOf } from '../system.ts';
import { demonstration } from '../testing/demonstration.ts';
import { authority, folderOf } from '../testing/folders.ts';
import { sealingIn } from '../testing/sealing.ts';
import { rehydrateAll } from './rehydrate.ts';

const KEY = 'a key for a small world';
/** A thousand decisions are recorded first, and every journey of them started, beside four servers on two cores. */
const A_WHOLE_PROGRAMME = 240_000;
const tenant = `fiction-${randomBytes(4).toString('hex')}`;
const address = inject('servers').temporalAddress;
const world = folderOf({
  'import.yaml': `tenant: ${tenant}\ntimeZone: Europe/Paris\n`,
  'authority.yaml': authority,
  'programme.yaml': `stream: programme-fiction
history:
  - { at: -P39D, by: administrator, command: create-programme, data: { name: { fr: Fiction, en: Fiction } } }
  - { at: -P39D, by: administrator, command: add-funder, data: { funder: region, name: { fr: Région, en: Region }, kind: region, notify: {} } }
`,
  'call.yaml': `stream: call-fiction
history:
  - at: -P38D
    by: administrator
    command: draft-call
    data:
      programme: fiction
      title: { fr: Appel fictif, en: Fictional call }
      envelope: [{ funder: region, amount: 1000000 }]
      opensOn: !day P10D
      closesOn: !day P40D
      maxGrant: 100000
  - { at: -P37D, by: administrator, command: publish-call }
`,
});

let fresh: FreshLog;
beforeAll(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  await importFolder(readFolder(world), { ...doorOf(fresh.log, KEY), log: fresh.log, clock: fresh.clock });
});
afterAll(() => fresh.drop());

const settings = (at: string, taskQueue = tenant) => ({ commandKey: KEY, temporal: { address: at, namespace: 'default', taskQueue } });

describe('rehydrate', () => {
  it.skipIf(!address)('puts the journey of a call where the log says it is, and starts it anew when asked to', async () => {
    const { client, close } = connect({ address: address!, namespace: 'default' });
    const journey = client.workflow.getHandle(workflowIdOf('callLifecycle', { tenant, stream: 'call-fiction' }));
    try {
      expect((await rehydrateAll(fresh.log, settings(address!), false)).data).toEqual({ things: 1, reset: false });
      const first = await journey.describe();
      expect(first.status.name).toBe('RUNNING');
      await rehydrateAll(fresh.log, settings(address!), false);
      expect((await journey.describe()).runId).toBe(first.runId);
      await rehydrateAll(fresh.log, settings(address!), true);
      const anew = await journey.describe();
      expect([anew.status.name, anew.runId === first.runId]).toEqual(['RUNNING', false]);
      await journey.terminate();
    } finally {
      await close();
    }
  });

  it('says so where Temporal does not answer', async () => {
    const nobody = `127.0.0.1:${await freePort()}`;
    await expect(rehydrateAll(fresh.log, settings(nobody), false)).rejects.toThrow(`Temporal at ${nobody} does not answer`);
  });
});

describe.skipIf(!address)('every journey, once it was started from the log,', () => {
  let own: FreshLog;
  beforeAll(quiet);
  beforeEach(async () => {
    own = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  });
  afterEach(() => own.drop());

  /** What the log says is owed, and what the journeys say after they were started from it. Meanwhile the process waits, as it does while histories are imported. */
  async function beforeAndAfter(of: string): Promise<{ readonly before: readonly string[]; readonly after: readonly string[] }> {
    const taskQueue = `test-${randomUUID()}`;
    const door = doorOf(own.log, KEY);
    const owed = await owedOnStreams(own.log, door.loader(of), of);
    await own.log.beginImport(of, 'comparison');
    const { client, close } = connect({ address: address!, namespace: 'default' });
    const stop = await working(address!, taskQueue, door, own.log);
    try {
      await rehydrateAll(own.log, settings(address!, taskQueue), false);
      return { before: linesOfLog(owed), after: await linesOfWorkflows(client, of, owed) };
    } finally {
      await endWorkflows(client, of, owed);
      await stop();
      await close();
    }
  }

  it(
    'keeps what was owed before: on projects in every stage',
    async () => {
      const region = new Region(own);
      await manyProjects(region, 50);
      const { before, after } = await beforeAndAfter(region.tenant);
      expect(after).toEqual(before);
      expect(before.length).toBeGreaterThan(100);
    },
    A_WHOLE_PROGRAMME,
  );

  it(
    'keeps what was owed before: on the whole demonstration',
    async () => {
      const folder = demonstration();
      await importFolder(folder, { ...doorOf(own.log, KEY, await sealingIn(own)), log: own.log, clock: own.clock });
      const { before, after } = await beforeAndAfter(folder.tenant);
      expect(after).toEqual(before);
      expect(before.length).toBeGreaterThan(10);
    },
    A_WHOLE_PROGRAMME,
  );
});
