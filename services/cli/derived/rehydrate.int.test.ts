import { randomBytes } from 'node:crypto';
import { freePort } from '@jalon/infra/ports';
import { type FreshLog, freshLog } from '@jalon/testing';
import { connect, workflowIdOf } from '@jalon/workflows/client';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readFolder } from '../import/folder.ts';
import { importFolder } from '../import/run.ts';
import { doorOf } from '../system.ts';
import { authority, folderOf } from '../testing/folders.ts';
import { rehydrateAll } from './rehydrate.ts';

const KEY = 'a key for a small world';
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

const settings = (at: string) => ({ commandKey: KEY, temporal: { address: at, namespace: 'default', taskQueue: tenant } });

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
