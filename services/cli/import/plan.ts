import { dayOf, findCommand, parseStream } from '@jalon/domain';
import { Failure } from '../failure.ts';
import type { ImportFolder } from './folder.ts';
import { type Anchor, pacedAnchor } from './moments.ts';
import { nameDue, writeOut } from './write-out.ts';

/** One command of an import, as it goes through the door. */
export interface PlannedCommand {
  readonly commandId: string;
  /** The file, and the place of the entry in its history, from 1. */
  readonly file: string;
  readonly entry: number;
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly by: string;
  readonly occurredAt: string;
  /** As the command takes it, but for what is due: a `DueValue` stands where the name of it will. */
  readonly input: unknown;
}

/** What the relative times of a folder count from: the day of the import, and where days have a pace of their own the instant of it, in milliseconds since 1970. */
export interface Beginning {
  readonly day: string;
  readonly began: number;
}

/** A folder that is imported for the first time. */
export const beginningNow = (now: Date, timeZone: string): Beginning => ({ day: dayOf(now.toISOString(), timeZone), began: now.getTime() });

/** The id that makes a repeated import recognised: folder, file, and the place of the entry in the file, from 1. */
export const commandIdOf = (folder: string, file: string, entry: number): string => `import:${folder}:${file}:${entry}`;

/**
 * Every command of a folder in order of time over all its files; those of the same instant in order of file and place. Each is checked against the
 * shape of its command before the first is recorded.
 * @throws {Failure} `bad-import`, naming the first entry that cannot be imported
 */
export function planImport(folder: ImportFolder, { day, began }: Beginning, now: Date): readonly PlannedCommand[] {
  const { timeZone } = folder;
  const planned = folder.files.flatMap(({ file, stream, days, history }) => {
    const { kind, id } = parseStream(stream);
    const anchor: Anchor = days ? pacedAnchor(began, timeZone, days) : { day, timeZone };
    return history.map(({ at, by, command, data }, index): PlannedCommand => {
      const entry = index + 1;
      const occurredAt = typeof at === 'string' ? new Date(at).toISOString() : at.instant(anchor);
      const commandId = commandIdOf(folder.name, file, entry);
      return { commandId, file, entry, kind, id, name: command, by, occurredAt, input: writeOut(data ?? {}, anchor) };
    });
  });
  for (const command of planned) check(command, now);
  checkOrder(planned);
  return planned.toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0));
}

function check(planned: PlannedCommand, now: Date): void {
  const { kind, name, input, occurredAt } = planned;
  const command = findCommand(kind, name);
  if (!command) throw bad(planned, `there is no command ${kind}/${name}`);
  if (Date.parse(occurredAt) > now.getTime()) throw bad(planned, `${occurredAt} is yet to come: an import records what has happened`);
  const parsed = command.data.safeParse(nameDue(input, (kind) => kind));
  if (parsed.success) return;
  const { path, message } = parsed.error!.issues[0]!;
  throw bad(planned, `${['data', ...path].join('.')}: ${message}`);
}

/** Within a file time never goes back, so that the order in which it reads is the order in which it is recorded. */
function checkOrder(planned: readonly PlannedCommand[]): void {
  for (const [index, command] of planned.entries()) {
    const before = planned[index - 1];
    if (before?.file === command.file && before.occurredAt > command.occurredAt) throw bad(command, 'it is earlier than the entry before it');
  }
}

const bad = ({ file, entry, name }: PlannedCommand, what: string): Failure =>
  new Failure('bad-import', `${file}, entry ${entry} (${name}): ${what}. Nothing was imported.`, { file, entry, command: name });
