import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { parseArgs } from 'node:util';
import { type Room, room, rooms } from './rooms.ts';
import { type Measured, table } from './table.ts';

/*
 * The mutation score of the domain, room by room:
 *   npm run mutation -- --room project/srl     one room, measured now
 *   npm run mutation -- --all                  every room whose rules or tests changed since it was measured; can be stopped and started again
 *   npm run mutation -- --room project/srl --sample 25   a quarter of its files, picked by their names' digest: an estimate where time is short
 *   npm run mutation -- --table                the table of what has been measured
 *   npm run mutation -- --survivors project/srl   the changes of that room that no test saw
 */
const { values: asked } = parseArgs({
  options: {
    room: { type: 'string', multiple: true },
    all: { type: 'boolean', default: false },
    table: { type: 'boolean', default: false },
    survivors: { type: 'string' },
    sample: { type: 'string', default: '100' },
    concurrency: { type: 'string', default: '2' },
  },
});

const print = (text: string) => process.stdout.write(`${text}\n`);
const folder = '.jalon/mutation';
/** The figures are kept with the code, each with the digest of what it rests on: whoever changes a room sees that its figure is of before. */
const book = 'tests/mutation/measured.json';
const fileOf = (name: string, kind: string) => `${folder}/${name.replaceAll('/', '_')}.${kind}.json`;
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}
interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

const seen = (status: string) => status === 'Killed' || status === 'Timeout';
const unseen = (status: string) => status === 'Survived' || status === 'NoCoverage';

/** What a measure rests on: the room's rules and the tests that were run, by content. */
function basis({ rules, tests }: Room): string {
  const digest = createHash('sha256');
  for (const file of [...rules, ...tests]) digest.update(file).update(readFileSync(file));
  return digest.digest('hex');
}

/** The files of a room whose digest falls into the share asked for: the same ones each time, and whatever they hold. */
function sampled({ rules }: Room): readonly string[] {
  const of = (file: string) => createHash('sha256').update(file).digest().readUInt16BE() % 100;
  const share = Number(asked.sample);
  const picked = rules.filter((file) => of(file) < share);
  return picked.length > 0 ? picked : rules.toSorted((a, b) => of(a) - of(b)).slice(0, 1);
}

function measure(name: string): void {
  const it = room(name);
  const rules = sampled(it);
  const on = basis(it);
  const config = {
    ...read('tests/mutation/stryker.config.json'),
    mutate: rules,
    concurrency: Number(asked.concurrency),
    tempDirName: `${folder}/sandbox/${name.replaceAll('/', '_')}`,
  };
  config.jsonReporter.fileName = fileOf(name, 'report');
  config.thresholds.break = null;
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(name, 'config'), JSON.stringify(config));
  const { status } = spawnSync('npx', ['stryker', 'run', fileOf(name, 'config')], {
    stdio: 'inherit',
    env: { ...process.env, MUTATION_TESTS: JSON.stringify(it.tests) },
  });
  if (status !== 0) throw new Error(`${name} could not be measured: Stryker ended with ${status}, its last lines say why.`);
  const mutants = Object.values((read(fileOf(name, 'report')) as Report).files).flatMap((file) => file.mutants);
  const count = (is: (status: string) => boolean) => mutants.filter((mutant) => is(mutant.status)).length;
  const result: Measured = {
    room: name,
    killed: count(seen),
    survived: count(unseen),
    ignored: count((s) => s === 'Ignored'),
    provedBy: it.provedBy,
    files: [rules.length, it.rules.length],
    on,
  };
  const entries = Object.entries({ ...(read(book) as Record<string, Measured>), [name]: result });
  writeFileSync(book, `${JSON.stringify(Object.fromEntries(entries.toSorted(([a], [b]) => a.localeCompare(b))), null, 2)}\n`);
}

function survivors(name: string): void {
  for (const [file, { source, mutants }] of Object.entries((read(fileOf(name, 'report')) as Report).files)) {
    const lines = source.split('\n');
    for (const { mutatorName, replacement, status, location } of mutants.filter((mutant) => unseen(mutant.status)))
      print(
        `${file}:${location.start.line}:${location.start.column} ${status} ${mutatorName}\n    ${lines[location.start.line - 1]?.trim()}\n    → ${replacement}`,
      );
  }
}

const measured = (name: string): Measured | undefined => (read(book) as Record<string, Measured>)[name];

setPriority(15);
if (asked.survivors) survivors(asked.survivors);
else {
  const isPart = ({ files }: Measured) => files !== undefined && files[0] < files[1];
  const stale = (name: string) => {
    const known = measured(name);
    return !known || known.on !== basis(room(name)) || (isPart(known) && asked.sample === '100');
  };
  const all = rooms();
  for (const name of asked.all ? all.filter(stale) : (asked.room ?? [])) measure(name);
  print(
    table(
      all.flatMap((name) => {
        const known = measured(name);
        return known ? { ...known, changedSince: known.on !== basis(room(name)) } : [];
      }),
      all,
    ),
  );
}
