import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processView } from '@jalon/domain';
import { deliveryHealth, listDeliveries, migrateDelivery, webhookSecret } from '@jalon/event-bus';
import { keyEncryptionWith, migratePrivacy, type Privacy, privacyIn } from '@jalon/privacy';
import { ViewStates } from '@jalon/read-models';
import { LivedProgramme } from '@jalon/read-models/testing';
import { loggerFor } from '@jalon/runtime';
import { type FreshLog, freshLog } from '@jalon/testing';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { mailsWith } from './channels/mail.ts';
import { toSealedAddress } from './channels/sealed-address.ts';
import { webhooksWith } from './channels/webhook.ts';
import { Courier } from './ledger/courier.ts';
import { noticeApplier } from './ledger/enter.ts';
import { type Endpoint, endpoint, type Mailbox, mailbox } from './testing/receivers.ts';

const logger = loggerFor('test', { log: { level: 'silent', pretty: false } });
const TENANT = 'tenant-a';
const commandKey = 'a key that only this test knows';
const publicUrl = 'https://jalon.example';
const secret = webhookSecret(commandKey, { tenant: TENANT, programme: 'breakthrough', funder: 'region' });
const DAY = 86_400_000;

let world: FreshLog;
let programme: LivedProgramme;
let privacy: Privacy;
let inbox: Mailbox;
let region: Endpoint;
let now: Date;
const clock = () => now;

beforeAll(async () => {
  inbox = await mailbox();
  region = await endpoint();
});
afterAll(() => Promise.all([inbox.close(), region.close()]));
beforeEach(async () => {
  world = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  await migrateDelivery(world.ownerUrl);
  await migratePrivacy(world.ownerUrl);
  privacy = privacyIn(world.pool, keyEncryptionWith(['a key of the tests, which seals nothing real']));
  programme = new LivedProgramme(world.log, TENANT, privacy.seal);
  now = new Date();
  inbox.mails.length = 0;
  region.calls.length = 0;
  region.answerWith(204);
  inbox.refuseWith(undefined);
  await programme.openCall({ region: { email: 'decisions@region.example', webhook: region.url }, esf: { email: 'esf@europe.example' } });
});
afterEach(() => world.drop());

const applier = () => noticeApplier({ pool: world.pool, log: world.log, publicUrl, clock });
const channels = (allowPrivate = true, mail: Parameters<typeof mailsWith>[0] = mailOptions({ smtpUrl: inbox.url })) => ({
  email: toSealedAddress(privacy.open, mailsWith(mail)),
  webhook: webhooksWith({ commandKey, publicUrl, clock, allowPrivate }),
});
const mailOptions = (rest: { readonly smtpUrl?: string; readonly mailFolder?: string }) => ({
  mailFolder: '/nowhere',
  mailFrom: 'Jalon <jalon@authority.example>',
  publicUrl,
  ...rest,
});
const courier = (...given: Parameters<typeof channels>) => new Courier({ pool: world.pool, channels: channels(...given), clock, logger });
const states = async (channel: string) => {
  const { rows } = await world.pool.query<{ state: string; attempts: number }>(
    'SELECT state, attempts FROM delivery.notice WHERE channel = $1 ORDER BY position, funder',
    [channel],
  );
  return rows.map(({ state, attempts }) => `${state} ${attempts}`);
};
/** Everything up to the award of one project is told and sent; what follows is new. */
async function award(): Promise<void> {
  await programme.apply('workshops', 'Ateliers "réparation" & <partage>', 4.5);
  await programme.select();
  await applier().catchUp();
  await courier().deliverDue();
  inbox.mails.length = 0;
  region.calls.length = 0;
}
const grant = (funder: string, at = '2024-06-03T08:00:00Z') =>
  programme.ask('project/workshops', 'decide-funding', { funder, outcome: 'granted' }, `${funder}-officer`, at);

describe('a funder', () => {
  it('is mailed once, and its endpoint called once, though the decision came by twice', async () => {
    await award();
    const [granted] = await grant('region');
    const decisions = await world.log.readStream(TENANT, 'project-workshops', { after: (granted?.version ?? 1) - 1 });
    const { handle } = applier();
    await handle(decisions, { source: 'kafka:test/0', next: 1 });
    await handle(decisions, { source: 'kafka:test/0', next: 2 });
    await Promise.all([courier().deliverDue(), courier().deliverDue()]);
    await courier().deliverDue();
    expect(inbox.mails.map(({ to }) => to).sort()).toEqual([['decisions@region.example'], ['esf@europe.example']]);
    expect(region.calls.map(({ headers }) => headers['webhook-id'])).toEqual([granted?.id]);
  });

  it('is told once even when the versions applied were lost and the whole log is applied again', async () => {
    await award();
    await grant('region');
    await applier().catchUp();
    await courier().deliverDue();
    const told = inbox.mails.length;
    await world.pool.query('DELETE FROM delivery.applied');
    await world.pool.query('DELETE FROM delivery.tenant');
    await applier().catchUp();
    await courier().deliverDue();
    expect(told).toBe(2);
    expect(inbox.mails).toHaveLength(2);
    expect(region.calls).toHaveLength(1);
  });

  it('reads what was decided, on what, and its own share, in French and in English', async () => {
    await award();
    await grant('region');
    await grant('esf');
    await applier().catchUp();
    await courier().deliverDue();
    const awarded = inbox.mails.find(({ to, source }) => to.includes('esf@europe.example') && decoded(source).includes('is awarded'));
    const text = decoded(awarded?.source ?? '');
    expect(text).toContain('L’aide au projet « Ateliers "réparation" & <partage> » est attribuée');
    expect(text).toMatch(/Votre part: 22.500,00.€/);
    expect(text).toMatch(/Your share: €22,500.00/);
    expect(text).toContain('https://jalon.example/projects/workshops');
    expect(awarded?.source).toContain('From: Jalon <jalon@authority.example>');
  });

  it('is sent words that cannot become markup', async () => {
    await award();
    await grant('region');
    await applier().catchUp();
    await courier().deliverDue();
    const html = decoded(inbox.mails[0]?.source ?? '').split('<!doctype html>')[1] ?? '';
    expect(html).toContain('Ateliers &quot;réparation&quot; &amp; &lt;partage&gt;');
    expect(html).not.toContain('<partage>');
  });

  it('gets a message id that names the decision, so that a repeat can be told', async () => {
    await award();
    const [granted] = await grant('region');
    await applier().catchUp();
    await courier().deliverDue();
    const ids = inbox.mails.map(({ source }) => /^Message-ID: (.*)$/im.exec(source)?.[1]?.trim()).sort();
    expect(ids).toEqual([`<${granted?.id}.esf@jalon.example>`, `<${granted?.id}.region@jalon.example>`]);
  });

  it('can check the signature of what its endpoint gets, with its own secret and no other', async () => {
    await award();
    const [granted] = await grant('region');
    await applier().catchUp();
    await courier().deliverDue();
    const [call] = region.calls;
    const headers = {
      'webhook-id': String(call?.headers['webhook-id']),
      'webhook-timestamp': String(call?.headers['webhook-timestamp']),
      'webhook-signature': String(call?.headers['webhook-signature']),
    };
    expect(new Webhook(secret).verify(call?.body ?? '', headers)).toMatchObject({
      specversion: '1.0',
      id: granted?.id,
      type: 'jalon.notice.project.funding-granted.v1',
      source: 'https://jalon.example/log/tenant-a',
      subject: 'project-workshops',
      data: { share: { amount: 6_750_000, currency: 'EUR' }, funder: { id: 'region' }, project: { id: 'workshops' } },
    });
    const another = webhookSecret(commandKey, { tenant: TENANT, programme: 'breakthrough', funder: 'esf' });
    expect(() => new Webhook(another).verify(call?.body ?? '', headers)).toThrow();
  });

  it('is told nothing of drafts and reviews, and never what a reviewer wrote', async () => {
    await programme.apply('workshops', 'Ateliers', 4.5);
    await applier().catchUp();
    const { rows } = await world.pool.query<{ type: string }>(`SELECT DISTINCT content ->> 'type' AS type FROM delivery.notice`);
    expect(rows.map(({ type }) => type)).toEqual(['call.call-published']);
    await programme.select();
    await programme.fund('workshops');
    await programme.follow('workshops');
    await applier().catchUp();
    await courier().deliverDue();
    expect(inbox.mails.length).toBeGreaterThan(10);
    const everything = [...inbox.mails.map(({ source }) => decoded(source)), ...region.calls.map(({ body }) => body)].join('\n');
    for (const confidential of ['Secret to the committee', 'Survey of needs', 'Three trials were held'])
      expect(everything).not.toContain(confidential);
    expect(everything).toContain('CC BY-ND 4.0');
  });

  it('is reminded of what it has to decide itself, and hears nothing of the reminders of others', async () => {
    await award();
    const { obligations } = await processView('project', 'workshops', new ViewStates(world.log).loader(TENANT, new Map()));
    const awaited = obligations.find(({ for: whom }) => 'funder' in whom && whom.funder === 'region');
    const step = awaited?.next;
    expect(step?.command).toBe('remind');
    await programme.ask('project/workshops', 'remind', step?.data, { kind: 'process', id: 'journeys' }, step?.at ?? '');
    await applier().catchUp();
    await courier().deliverDue();
    expect(inbox.mails.map(({ to }) => to)).toEqual([['decisions@region.example']]);
    expect(decoded(inbox.mails[0]?.source ?? '')).toContain('Rappel : votre décision sur votre part du financement est attendue, au plus tard le');
    expect(region.calls.map(({ body }) => JSON.parse(body).type)).toEqual(['jalon.notice.project.obligation-reminded.v1']);
  });

  it('is not told of what was imported', async () => {
    const importer = { kind: 'import', id: 'records' } as const;
    await award();
    await programme.ask('project/workshops', 'decide-funding', { funder: 'region', outcome: 'granted' }, importer, '2024-06-03T08:00:00Z');
    await applier().catchUp();
    expect(await courier().deliverDue()).toBe(0);
    expect(inbox.mails).toEqual([]);
  });

  it('without a mail server finds its mails as files', async () => {
    const mailFolder = join(await mkdtemp(join(tmpdir(), 'jalon-mail-')), 'mail');
    await award();
    const [granted] = await grant('region');
    await applier().catchUp();
    await courier(true, mailOptions({ mailFolder })).deliverDue();
    expect((await readdir(mailFolder)).sort()).toEqual([`${granted?.id}.esf.eml`, `${granted?.id}.region.eml`]);
    expect(await readFile(join(mailFolder, `${granted?.id}.esf.eml`), 'utf8')).toContain('To: esf@europe.example');
  });
});

describe('a notice that cannot be sent', () => {
  beforeEach(award);

  it('is tried again with growing delays until the endpoint is back', async () => {
    region.answerWith(503);
    await grant('region');
    await applier().catchUp();
    await courier().deliverDue();
    await courier().deliverDue();
    expect((await states('webhook')).at(-1)).toBe('pending 1');
    now = new Date(now.getTime() + 6_000);
    await courier().deliverDue();
    now = new Date(now.getTime() + 6_000);
    await courier().deliverDue();
    expect((await states('webhook')).at(-1)).toBe('pending 2');
    region.answerWith(200);
    now = new Date(now.getTime() + DAY);
    await courier().deliverDue();
    expect((await states('webhook')).at(-1)).toBe('sent 3');
    expect(new Set(region.calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(region.calls).toHaveLength(3);
    const { rows } = await world.pool.query(
      `SELECT outcome FROM delivery.attempt a JOIN delivery.notice n ON n.id = a.notice WHERE channel = 'webhook' ORDER BY position DESC, number DESC LIMIT 3`,
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['answered 200', 'answered 503', 'answered 503']);
  });

  it('is given up after days, and says so in the ledger', async () => {
    region.answerWith(500);
    await grant('region');
    await applier().catchUp();
    const from = now.getTime();
    while ((await states('webhook')).at(-1)?.startsWith('pending')) {
      await courier().deliverDue();
      now = new Date(now.getTime() + DAY / 2);
    }
    expect((await states('webhook')).at(-1)).toMatch(/^failed/);
    expect(now.getTime() - from).toBeGreaterThan(4 * DAY);
  });

  it('is the last one to an endpoint that says that it is gone', async () => {
    region.answerWith(410);
    await grant('region');
    await applier().catchUp();
    await courier().deliverDue();
    await grant('esf', '2024-06-04T08:00:00Z');
    await applier().catchUp();
    await courier().deliverDue();
    expect(region.calls).toHaveLength(1);
    expect((await states('webhook')).slice(-3)).toEqual(['stopped 1', 'stopped 1', 'stopped 1']);
    expect(inbox.mails.filter(({ to }) => to.includes('decisions@region.example'))).toHaveLength(3);
  });

  it('does not follow a redirect', async () => {
    const elsewhere = await endpoint();
    region.answerWith(302, { location: elsewhere.url });
    await grant('region');
    await applier().catchUp();
    await courier().deliverDue();
    expect(elsewhere.calls).toEqual([]);
    expect((await states('webhook')).at(-1)).toBe('pending 1');
    await elsewhere.close();
  });

  it('never reaches into the private network, unless that is allowed for development', async () => {
    await grant('region');
    await applier().catchUp();
    await courier(false).deliverDue();
    expect(region.calls).toEqual([]);
    expect((await states('webhook')).at(-1)).toBe('failed 1');

    await world.pool.query(`UPDATE delivery.notice SET address = 'https://localhost:1/', state = 'pending', due_at = $1 WHERE channel = 'webhook'`, [
      now,
    ]);
    await courier(false).deliverDue();
    const { rows } = await world.pool.query('SELECT outcome FROM delivery.attempt ORDER BY at DESC, number DESC LIMIT 1');
    expect(rows[0]?.outcome).toContain('private IP address');
  });

  it('waits when the mail server is busy, and is given up when the server does not know the recipient', async () => {
    inbox.refuseWith(451);
    await grant('region');
    await applier().catchUp();
    await courier().deliverDue();
    expect((await states('email')).slice(-2)).toEqual(['pending 1', 'pending 1']);
    inbox.refuseWith(550);
    now = new Date(now.getTime() + DAY);
    await courier().deliverDue();
    expect((await states('email')).slice(-2)).toEqual(['failed 2', 'failed 2']);
  });

  it('shows in how each way fares and in the list of what was told, and no mail address with it', async () => {
    region.answerWith(503);
    inbox.refuseWith(550);
    await grant('region');
    await applier().catchUp();
    await courier().deliverDue();
    const ways = await deliveryHealth(world.pool, TENANT, 'breakthrough');
    expect(ways.map(({ funder, channel, counts: { pending, failed } }) => [funder, channel, pending, failed])).toEqual([
      ['esf', 'email', 0, 1],
      ['region', 'email', 0, 1],
      ['region', 'webhook', 1, 0],
    ]);
    expect(ways.find(({ channel }) => channel === 'webhook')).toMatchObject({
      lastSent: expect.any(String),
      lastFailure: { outcome: 'answered 503' },
    });
    const all = await listDeliveries(world.pool, TENANT, 'breakthrough', { limit: 50 });
    expect(all[0]).toMatchObject({ stream: 'project-workshops', says: { en: expect.any(String) }, attempts: 1 });
    const pending = await listDeliveries(world.pool, TENANT, 'breakthrough', { state: 'pending', limit: 50 });
    expect(pending).toMatchObject([{ funder: 'region', channel: 'webhook', next: new Date(now.getTime() + 5_000).toISOString() }]);
    const older = await listDeliveries(world.pool, TENANT, 'breakthrough', { before: all[0]!.id, limit: 50 });
    expect(older).toEqual(all.slice(1));
    expect(JSON.stringify([ways, all])).not.toMatch(/decisions@region|esf@europe/);
    expect(await listDeliveries(world.pool, 'elsewhere', 'breakthrough', { limit: 50 })).toEqual([]);
  });

  it('is not lost when the notifier dies between entering and sending', async () => {
    await grant('region');
    await applier().catchUp();
    const dying = new Courier({
      pool: world.pool,
      channels: channels(),
      clock: () => {
        throw new Error('killed');
      },
      logger,
    });
    await expect(dying.deliverDue()).rejects.toThrow('killed');
    await courier().deliverDue();
    expect(inbox.mails).toHaveLength(2);
  });
});

/** The text of a mail, its quoted-printable parts decoded. */
function decoded(source: string): string {
  const bytes = source.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
