import { authoriser } from '@jalon/authorisation';
import type { Actor } from '@jalon/domain';
import { keyEncryptionWith, migratePrivacy, type Privacy, privacyIn } from '@jalon/privacy';
import { newId, systemClock } from '@jalon/runtime';
import { type FreshLog, freshLog } from '@jalon/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type CommandHandler, createHandler } from './index.ts';

const TENANT = 'region';
const operator: Actor = { kind: 'import', id: 'operator' };
const EMAIL = 'ada.dumas@association.example';

let fresh: FreshLog;
let privacy: Privacy;
let door: CommandHandler;

const doorWith = (seal?: Privacy['seal']) =>
  createHandler({ log: fresh.log, authorise: authoriser(), clock: systemClock, newId, commandKey: 'a key for tests only', ...(seal && { seal }) });

beforeAll(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  await migratePrivacy(fresh.ownerUrl);
  privacy = privacyIn(fresh.pool, keyEncryptionWith(['a key of the tests, which seals nothing real']));
  door = doorWith(privacy.seal);
  for (const id of ['authority', 'association']) await ask(id, 'register-organisation', { name: { fr: 'Nom', en: 'Name' }, administrator: 'ana' });
});
afterAll(() => fresh.drop());

const ask = (id: string, name: string, input: unknown, key: string = newId(), through = door) =>
  through.handle({ tenant: TENANT, kind: 'organisation', id, name, input, actor: operator, commandId: `import:operator:${key}` });

const mandate = (person: string, email = EMAIL) => ({ person, name: 'Ada Dumas', contact: { email }, power: 'legal', from: '2027-01-01' });
const name = (person: string, key?: string, email?: string) => ask('association', 'name-signatory', mandate(person, email), key);
const inLog = async () => JSON.stringify(await fresh.log.readLog(TENANT, { after: 0, limit: 1000 }));

describe('personal data in a command', () => {
  it('is sealed in the decision and in what was asked, before either is written', async () => {
    expect((await name('ada')).status).toBe('recorded');
    expect(await inLog()).not.toMatch(/Ada Dumas|ada\.dumas/);
    const [last] = (await fresh.log.readStream(TENANT, 'organisation-association')).slice(-1);
    expect(last).toMatchObject({ data: { person: 'ada', name: { of: 'person:ada' } }, input: { contact: { email: { of: 'person:ada/contact' } } } });
    const { name: sealedName, contact } = last!.data as { name: unknown; contact: { email: unknown } };
    expect(await privacy.open(TENANT, [sealedName, contact.email])).toEqual([{ text: 'Ada Dumas' }, { text: EMAIL }]);
  });

  it('is held by the states of this process as another one reads them', async () => {
    const { state } = await door.load(TENANT, 'organisation', 'association');
    expect(state).toEqual((await doorWith().load(TENANT, 'organisation', 'association')).state);
  });

  it('is recognised when the command comes again, though it would be sealed differently', async () => {
    expect((await name('bea', 'k-1')).status).toBe('recorded');
    expect((await name('bea', 'k-1')).status).toBe('repeated');
    expect((await name('bea', 'k-1', 'another@association.example')).status).toBe('key-reused');
  });

  it('is not taken over sealed: nobody gives what somebody else’s key opens', async () => {
    const [last] = (await fresh.log.readStream(TENANT, 'organisation-association')).slice(-1);
    const { name: sealedName } = last!.data as { name: unknown };
    const answer = await ask('association', 'name-signatory', { ...mandate('cleo'), name: sealedName });
    expect(answer).toMatchObject({ status: 'invalid', issues: [{ path: 'name' }] });
  });

  it('costs nobody a key where the command is refused', async () => {
    expect(await ask('association', 'name-signatory', { ...mandate('dora'), until: '2026-01-01' })).toMatchObject({ status: 'refused' });
    expect(await privacy.stateOf(TENANT, 'person:dora')).toBe('never');
  });

  it('is not recorded at all by a process that has no key', async () => {
    await expect(ask('association', 'name-signatory', mandate('eva'), newId(), doorWith())).rejects.toMatchObject({ code: 'personal-data-locked' });
    const without = { person: 'eva', power: 'legal', from: '2027-01-01' };
    expect((await ask('association', 'name-signatory', without, newId(), doorWith())).status).toBe('recorded');
  });
});

describe('once a person is erased', () => {
  it('nothing more is recorded about them, what was decided is folded as before, and what they asked can no longer be guessed from its hash', async () => {
    await name('fay', 'k-2');
    const before = await door.load(TENANT, 'organisation', 'association');
    const hashOf = async () => Buffer.from((await fresh.log.findCommand(TENANT, 'import:operator:k-2'))!.inputHash).toString('hex');
    const hash = await hashOf();
    await privacy.erase(TENANT, 'person:fay');

    expect(await hashOf()).not.toBe(hash);
    expect((await name('fay', 'k-2')).status).toBe('key-reused');
    expect(await ask('association', 'name-signatory', { ...mandate('fay'), from: '2020-01-01', until: '2020-12-31' })).toMatchObject({
      status: 'refused',
      refusal: { refused: 'subject-erased', details: { subject: 'person:fay' } },
    });
    expect(await doorWith().load(TENANT, 'organisation', 'association')).toEqual(before);
    expect((await ask('association', 'end-signatory', { person: 'fay', until: '2027-06-30' })).status).toBe('recorded');
  });
});
