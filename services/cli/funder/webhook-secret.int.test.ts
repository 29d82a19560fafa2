import { type FreshLog, freshLog } from '@jalon/testing';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { importFolder } from '../import/run.ts';
import { doorOf } from '../system.ts';
import { demonstration } from '../testing/demonstration.ts';
import { sealingIn } from '../testing/sealing.ts';
import { webhookSecretOf } from './webhook-secret.ts';

const KEY = 'a key for the demonstration';
const folder = demonstration();
const setting = { ...folder, files: folder.files.filter(({ file }) => file.startsWith('setting/')) };
let fresh: FreshLog;
beforeAll(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  await importFolder(setting, { ...doorOf(fresh.log, KEY, await sealingIn(fresh)), log: fresh.log, clock: fresh.clock });
});
afterAll(() => fresh.drop());

const secretFor = (funder: string, of = 'demonstration') =>
  webhookSecretOf(doorOf(fresh.log, KEY).loader(folder.tenant), KEY, { tenant: folder.tenant, programme: of, funder });

describe('the secret of a funder’s webhook', () => {
  it('is one that Standard Webhooks verifies with, of that funder alone', async () => {
    const [secret] = (await secretFor('region')).lines;
    expect(() => new Webhook(secret!).sign('id', new Date(), '{}')).not.toThrow();
    expect((await secretFor('fse')).lines[0]).not.toBe(secret);
    expect((await secretFor('region')).lines[0]).toBe(secret);
  });

  it('is not shown for a funder or a programme that does not exist', async () => {
    await expect(secretFor('regoin')).rejects.toThrow('"regoin" does not fund demonstration: there are fse, region.');
    await expect(secretFor('region', 'elsewhere')).rejects.toThrow('There is no programme "elsewhere" in demonstration.');
  });
});
