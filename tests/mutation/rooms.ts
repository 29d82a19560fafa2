import { globSync } from 'node:fs';
import { dirname } from 'node:path';

/** Rooms of the domain that are told of in others' tests, beside their own: the folders whose tests prove their rules. */
const provedBy: Readonly<Record<string, readonly string[]>> = {
  kernel: ['programme', 'call', 'process', 'organisation', 'project/due'],
  register: ['organisation'],
  'project/funding': ['project/payments'],
  process: ['call', 'sitting', 'project', 'project/due', 'project/application', 'project/srl'],
  programme: ['call', 'project/funding', 'project/review'],
  project: ['project/due', 'project/funding', 'project/phases', 'project/agreement', 'call'],
  'project/avis': ['call', 'sitting', 'project/funding'],
  'project/due': [
    'process',
    ...['', '/agreement', '/appeal', '/application', '/funding', '/notification', '/phases', '/reports', '/review', '/srl', '/value'].map(
      (facet) => `project${facet}`,
    ),
  ],
  'project/notification': ['project/appeal', 'project/application'],
  'project/payments': ['project/checks'],
  'project/selection': ['call', 'project/funding'],
};

/** Folders that hold no rules: what the tests are built from, and words. */
const noRules = ['testing', 'told', 'organisation/testing', 'programme/testing', 'kernel/testing'];

const domain = 'shared/domain';
const sources = (room: string) =>
  globSync(room === 'project' ? `${domain}/project/*.ts` : `${domain}/${room}/**/*.ts`).filter(
    (file) => !noRules.some((folder) => file.startsWith(`${domain}/${folder}/`)),
  );
const isTest = (file: string) => file.endsWith('.unit.test.ts');
/** Words, lists, and the table of keepers, which `workflows/roster.unit.test.ts` proves. */
const isWords = (file: string) => /(^|[/-])refusals\.ts$|\/(commands|keepers)\.ts$/.test(file);

/** A room: its rules (no tests, no words, no lists of commands) and the tests that have to notice when one changes. */
export interface Room {
  readonly name: string;
  readonly rules: readonly string[];
  readonly tests: readonly string[];
  readonly provedBy: readonly string[];
}

export function room(name: string): Room {
  const others = provedBy[name] ?? [];
  const rules = sources(name).filter((file) => !isTest(file) && !isWords(file));
  if (rules.length === 0) throw new Error(`There is no room "${name}" in ${domain}. Name a folder of it: project/srl, call, kernel …`);
  const tests = [name, ...others].flatMap((folder) => sources(folder).filter(isTest));
  return { name, rules: rules.toSorted(), tests: [...new Set(tests)].toSorted(), provedBy: others };
}

/** Every room: the folders of the domain, and each folder of `project` by itself. */
export function rooms(): readonly string[] {
  const names = globSync(`${domain}/**/*.ts`)
    .map((file) =>
      dirname(file)
        .slice(domain.length + 1)
        .split('/'),
    )
    .map(([kind = '', facet]) => (kind === 'project' && facet ? `${kind}/${facet}` : kind));
  return [...new Set(names)]
    .filter((name) => name && !noRules.includes(name) && sources(name).some((file) => !isTest(file) && !isWords(file)))
    .toSorted();
}
