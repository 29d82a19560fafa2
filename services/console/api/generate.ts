import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTs, { astToString } from 'openapi-typescript';

/** What the client does not need of a document: problems have one shape, and words stay with the reference. */
const LEFT_OUT = new Set(['description', 'example', 'examples', 'x-refusals', 'x-title-fr', 'tags', 'security', 'summary', 'pattern', 'servers']);

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

/** The client's types, and the reads that can wait for a decision (`?after=`), from the routes of the API. @returns the text of each file by name */
export async function generated(): Promise<ReadonlyMap<string, string>> {
  const print = join(import.meta.dirname, '../../api/reference/print.ts');
  const document = JSON.parse(execFileSync(process.execPath, [print], { maxBuffer: 2 ** 26, encoding: 'utf8' })) as {
    readonly paths: Readonly<Record<string, { readonly get?: Operation }>>;
  };
  const types = withoutNever(astToString(await openapiTs(slim(document) as never, { silent: true } as never)));
  const waiting = Object.entries(document.paths).flatMap(([path, { get }]) => (get?.parameters?.some(({ name }) => name === 'after') ? [path] : []));
  const head = '// Made from the routes of the API by `npm run generate`.\n';
  return new Map([
    ['schema.d.ts', head + types],
    [
      'waiting.ts',
      `${head}\n/** Reads that take \`?after=<stream>@<version>\`. */\nexport const waiting: ReadonlySet<string> = new Set(${lines(waiting.sort())});\n`,
    ],
  ]);
}

/** What is not there need not be said: it is a third of the text. */
const withoutNever = (types: string): string => types.replaceAll(/^ *\w+\?: never;\n/gm, '').replaceAll(/^ *\/\*\*.*\*\/\n/gm, '');

const lines = (list: readonly string[]): string => `[\n${list.map((item) => `  '${item}',\n`).join('')}]`;

function slim(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => slim(item));
  if (typeof value !== 'object' || value === null) return value;
  const inProperties = key === 'properties';
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => inProperties || !LEFT_OUT.has(name))
      .filter(([name]) => key !== 'responses' || name.startsWith('2'))
      .map(([name, inner]) => [name, slim(inner, inProperties ? '' : name)]),
  );
}

if (process.argv[1] === import.meta.filename) {
  const folder = join(import.meta.dirname, 'generated');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of await generated()) writeFileSync(join(folder, name), text);
}
