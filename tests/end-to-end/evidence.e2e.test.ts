import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Client, clientOf } from '../system/client.ts';
import { files, messages, placesOf, rows } from '../system/searching.ts';
import { type System, startSystem } from '../system/system.ts';
import { until } from '../system/until.ts';

const root = join(import.meta.dirname, '../..');
const servers = inject('servers');

let system: System;
let administrator: Client;
let key: string;
beforeAll(async () => {
  system = await startSystem(servers, ['api', 'worker', 'relay', 'sealer', 'projector', 'notifier']);
  administrator = await clientOf(system, 'administrator');
  await until('the log is sealed', async () => {
    const { keys } = (await (await fetch(`${system.url}/log/demonstration/keys`)).json()) as { keys: readonly { readonly key: string }[] };
    key = keys[0]!.key;
    return true;
  });
});
afterAll(() => system?.[Symbol.asyncDispose]());

describe('the guide for auditors', () => {
  let folder: string;
  beforeAll(() => {
    folder = join(system.folder, 'an-auditor');
    mkdirSync(folder);
  });

  interface Ended {
    readonly code: number;
    readonly said: string;
  }

  /** Runs commands as they are printed, each in turn, with what stands in angle brackets filled in. Stops at the first that fails, and says how. */
  function run(commands: readonly string[], filled: Readonly<Record<string, string>> = {}, env: NodeJS.ProcessEnv = system.env): Promise<Ended> {
    const given: Readonly<Record<string, string>> = { key, address: system.url, ...filled };
    const script = commands.join('\n').replaceAll(/<(\w+)>/g, (hole, name: string) => given[name] ?? hole);
    // npx looks in the folder of the checkout; an auditor's own folder is another.
    const asInstalled = script.replaceAll('npx jalon', 'jalon');
    const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
    // The topic is left out: on the servers of the tests it is shared with other systems.
    const surroundings = { HOME: process.env.HOME, ...env, PATH: path, JALON_KAFKA_BROKERS: '' };
    return new Promise((resolve) => {
      execFile('bash', ['-e', '-o', 'pipefail', '-c', asInstalled], { cwd: folder, env: surroundings, maxBuffer: 1e8 }, (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr }),
      );
    });
  }

  it('prints the same commands in French', () => {
    const names: Readonly<Record<string, string>> = { adresse: 'address', clé: 'key', une: 'one', copie: 'copy', horodatage: 'tsa' };
    const inFrench = blocks('fr').map((block) => block.map((line) => line.replaceAll(/[\p{L}\d]+/gu, (word) => names[word] ?? word)));
    expect(inFrench).toEqual(blocks('en'));
  });

  it('shows a thing as it stood, and what changed since', async () => {
    const [past, overHttp, changed] = blocks('en');
    const { code, said } = await run([...past!, ...overHttp!, ...changed!]);
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('"project":"val-fictif"') });
    expect(said).toContain('decisions');
  });

  it('proves one decision with Jalon stopped', async () => {
    const [, , , take, verify] = blocks('en');
    const id = (await system.log.readStream('demonstration', 'project-val-fictif')).at(-1)!.id;
    expect(await run(take!, { id })).toMatchObject({ code: 0 });
    await system.stop('api');
    const { code, said } = await run(verify!, {}, {}); // nothing says where a database would be
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining(id) });
    await system.start('api');
  });

  it('takes a programme away, and sees a tampered copy refused by name', async () => {
    const [, , , , , taken, tampered, later] = blocks('en');
    expect(await run(taken!)).toMatchObject({ code: 0 });
    expect(await run(tampered!)).toMatchObject({ code: 1, said: expect.stringContaining('position 5') });
    await run(['npx jalon export --programme demonstration --out audit-2028']);
    expect(await run(later!)).toMatchObject({ code: 0 });
  });

  it('checks the running system, and decides the programme again', async () => {
    const [, , , , , , , , , check, again] = blocks('en');
    await until('views and journeys have caught up', async () => (await run(check!)).code === 0, 120_000);
    const { code, said } = await run(again!);
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringMatching(/were decided again: \d+ agree, 0 differ\./) });
  });

  it('changes a weight, and says how firm the selection was', async () => {
    const [, , , , , , , , , , , whatIf, firmness] = blocks('en');
    const changed = await run(whatIf!);
    expect(changed).toMatchObject({ code: 0 });
    expect(changed.said).toMatch(/^\*/m);
    expect(await run(firmness!)).toMatchObject({ code: 0, said: expect.stringContaining('cooperation') });
  });

  it('writes an audit file, each piece of it with a proof that verifies', async () => {
    const file = blocks('en').at(-1)!;
    const id = (await system.log.readStream('demonstration', 'project-val-fictif')).find(({ type }) => type === 'application-submitted')!.id;
    expect(await run(file, { id })).toMatchObject({ code: 0, said: expect.stringContaining(id) });
    expect(readFileSync(join(folder, 'dossier', 'index.html'), 'utf8')).toContain('<html lang="fr">');
  });
});

/** The commands that a guide prints, block by block, without their remarks. */
function blocks(language: 'fr' | 'en'): readonly (readonly string[])[] {
  const guide = readFileSync(join(root, 'docs', 'guide', language, 'auditors.md'), 'utf8');
  return [...guide.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) =>
    block!
      .trim()
      .split('\n')
      .map((line) => line.replace(/ +#.*$/, '')),
  );
}

describe.skipIf(!servers.kafkaBrokers)('a person and a contact who ask to be erased', () => {
  const NAME = 'Apolline Vraisemblance';
  const PERSONAL = 'apolline@association-fictive.example';
  const DESK = 'guichet@cofinanceur-fictif.example';
  const TOPIC = 'jalon.decisions.v1';
  const signatories = async () => (await administrator.read('organisations/association-fictive/signatories')).body.signatories;
  const written = async () => [await rows(system.ownerUrl), await messages(servers.kafkaBrokers!.split(','), TOPIC), files(system.folder)];
  /** The proof of the decision that named the person, taken before they were erased. */
  let proof: string;

  beforeAll(async () => {
    await administrator.decide('organisations/association-fictive/register-organisation', {
      name: { fr: 'Association fictive', en: 'Fictional association' },
      administrator: 'administrator',
    });
    const mandate = { power: 'legal', from: '2012-01-01', until: '2013-12-31' };
    const person = { person: 'apolline', name: NAME, contact: { email: PERSONAL } };
    await administrator.decide('organisations/association-fictive/name-signatory', { ...person, ...mandate });
    await administrator.decide('programmes/effacement/create-programme', { name: { fr: 'Effacement', en: 'Erasure' } });
    const funder = { funder: 'cofinanceur', name: { fr: 'Cofinanceur', en: 'Co-funder' }, kind: 'other', notify: { email: DESK } };
    await administrator.decide('programmes/effacement/add-funder', funder);
    await administrator.decide('calls/effacement/draft-call', {
      programme: 'effacement',
      title: { fr: 'Appel', en: 'Call' },
      envelope: [{ funder: 'cofinanceur', amount: 100_000_00 }],
      opensOn: '2099-01-01',
      closesOn: '2099-12-31',
      maxGrant: 100_00,
    });
    await administrator.decide('calls/effacement/publish-call');
    await until('the funder was told by mail', async () => files(join(system.folder, 'mail')).some(({ text }) => text.includes(`To: ${DESK}`)));
    const named = (await system.log.readStream('demonstration', 'organisation-association-fictive')).at(-1)!;
    proof = join(system.folder, 'apolline.tlog-proof');
    await until('the naming of the person is sealed', async () => (await system.jalon('prove', named.id, '--with-data', '--out', proof)) !== '');
  });

  it('can be read until then by whoever may, and stand opened in nothing but the mails that were sent', async () => {
    expect(await signatories()).toMatchObject([{ name: { text: NAME }, email: { text: PERSONAL } }]);
    const all = (await written()).flat();
    // The search finds what is there to be found.
    expect(placesOf(['association-fictive'], all)).toEqual(expect.arrayContaining(['decision_log.decisions', expect.stringContaining(TOPIC)]));
    const found = placesOf([NAME, PERSONAL, DESK], all);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((place) => !place.startsWith(join(system.folder, 'mail')))).toEqual([]);
  });

  it('are found nowhere afterwards: not in the database, the topic, the logs of any service, the mails, nor in what is exported then', async () => {
    expect(await system.jalon('erase', 'apolline')).toContain('person:apolline is erased');
    expect(await system.jalon('erase', 'programme-effacement/cofinanceur')).toContain('is erased');
    await system.jalon('export', '--out', join(system.folder, 'exported'));
    await system.jalon('rebuild');
    await system.jalon('republish');
    expect(await signatories()).toMatchObject([{ person: 'apolline', name: { erased: true }, email: { erased: true } }]);
    const all = await written();
    expect(all.map(({ length }) => length > 10)).toEqual([true, true, true]);
    expect(placesOf([NAME, 'Vraisemblance', PERSONAL, DESK], all.flat())).toEqual([]);
  });

  it('leave a log whose seal, views, journeys and every decision taken again are as before, and an earlier proof that still verifies', async () => {
    await system.jalon('verify', proof, '--key', key);
    await system.jalon('verify', join(system.folder, 'exported'), '--key', key);
    await until('views and journeys have caught up', async () => (await system.jalonWith({ JALON_KAFKA_BROKERS: '' }, 'fsck')) !== '', 120_000);
    expect(JSON.parse(await system.jalon('audit', 'redecide', '--json'))).toMatchObject({ differs: 0, otherwise: [] });
  });
});
