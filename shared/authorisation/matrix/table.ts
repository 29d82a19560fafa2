import { readFileSync } from 'node:fs';

/** Somebody whom the table lets do something: a role or `anybody` or `process`, and what has to hold besides. */
export interface Entry {
  readonly who: string;
  readonly if?: string;
}

/** One action of the table. */
export interface Expected {
  readonly action: string;
  readonly who: readonly Entry[];
  /** The relations to the project in which nobody may. */
  readonly never: readonly string[];
}

const ENTRY = /^([a-z-]+)(?: \(([a-z -]+)\))?$/;

/** The table of `who-may.md`: a heading `## <kind>` or `## <kind>: …` says of which kind the rows below it are. */
export function expectations(): ReadonlyMap<string, Expected> {
  const table = new Map<string, Expected>();
  let kind = '';
  for (const line of readFileSync(new URL('./who-may.md', import.meta.url), 'utf8').split('\n')) {
    kind = /^## ([a-z]+)/.exec(line)?.[1] ?? kind;
    const [, actions = '', who = '', never = ''] = line.split('|').map((cell) => cell.trim());
    if (!line.startsWith('|') || actions === 'action' || actions.startsWith('---')) continue;
    for (const name of actions.split(' ')) {
      const action = `${kind}/${name}`;
      if (table.has(action)) throw new Error(`who-may.md speaks of ${action} twice.`);
      table.set(action, { action, who: listed(who).map(entryOf), never: listed(never) });
    }
  }
  return table;
}

const listed = (cell: string): readonly string[] =>
  cell
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

function entryOf(text: string): Entry {
  const [, who, condition] = ENTRY.exec(text) ?? [];
  if (who === undefined) throw new Error(`who-may.md names "${text}": write a role, with its condition in brackets.`);
  return condition === undefined ? { who } : { who, if: condition };
}
