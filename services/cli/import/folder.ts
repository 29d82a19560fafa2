import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Pace, PersonId, TimeZone } from '@jalon/domain';
import { parseDocument, type ScalarTag } from 'yaml';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { DueValue } from './due.ts';
import { FileValue } from './files.ts';
import { type PacedDays, RelativeTime, RelativeValue } from './moments.ts';

const Relative = z.string().transform((text, context) => {
  const time = RelativeTime.parse(text);
  if (!time) context.addIssue({ code: 'custom', message: 'has to be like -P400D or -P400D 14:30, or an instant such as 2024-05-01T09:00:00Z' });
  return time ?? z.NEVER;
});

const Entry = z.strictObject({
  /** When it took effect: counted from the day of the import, or an instant in UTC. */
  at: z.union([z.iso.datetime(), Relative]),
  /** The person who decided. */
  by: PersonId,
  command: z.string().min(1),
  data: z.unknown().optional(),
});
export type Entry = z.output<typeof Entry>;

const wholeDays = (time: unknown): boolean => time instanceof RelativeTime && time.days !== undefined;

/** The days of a training programme: the same in each file that tells of it. */
const PacedHistory = z.strictObject({
  /** As in `create-programme`: whole minutes, or seconds. */
  dayLasts: Pace.regex(/^PT\d+[MS]$/, 'has to be minutes or seconds, such as PT1M').transform(
    (text) => Number.parseInt(text.slice(2), 10) * (text.endsWith('M') ? 60_000 : 1000),
  ),
  /** How many of its days before the import the programme was created, such as -P90D. */
  since: Relative.refine(wholeDays, 'has to be counted in days or weeks'),
});

const History = z
  .strictObject({
    stream: z.string().regex(/^[a-z]+-[a-z0-9][a-z0-9-]*$/, 'has to be <kind>-<id>, such as project-new-mill'),
    /** Where the days of the file are those of a training programme. */
    days: PacedHistory.optional(),
    history: z.array(Entry).min(1),
  })
  .refine(({ days, history }) => !days || history.every(({ at }) => wholeDays(at)), {
    path: ['history'],
    message: 'counts in days or weeks, where days have a pace of their own',
  });

const Settings = z.strictObject({
  /** The authority in whose log the histories are recorded. */
  tenant: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  timeZone: TimeZone,
});

/** One file: what happened to one thing, oldest first. */
export interface HistoryFile {
  readonly file: string;
  readonly stream: string;
  readonly days?: PacedDays | undefined;
  readonly history: readonly Entry[];
}

export interface ImportFolder {
  /** Part of every command id, so that the same folder imported again is recognised. */
  readonly name: string;
  readonly tenant: string;
  readonly timeZone: string;
  readonly files: readonly HistoryFile[];
}

const SETTINGS = 'import.yaml';

const tag = (as: 'day' | 'instant'): ScalarTag => ({
  tag: `!${as}`,
  resolve: (text, onError) => {
    const time = RelativeTime.parse(text);
    if (!time) onError(`!${as} has to be followed by a time such as -P400D`);
    return time ? new RelativeValue(time, as) : text;
  },
});

const due: ScalarTag = {
  tag: '!due',
  resolve: (text, onError) => {
    if (!/^[a-z][a-z-]*$/.test(text)) onError('!due has to be followed by a kind of what is due, such as review');
    return new DueValue(text);
  },
};

/** Files are named as from the folder of the history. */
const attached = (name: 'file' | 'hash', folder: string): ScalarTag => ({
  tag: `!${name}`,
  resolve: (text, onError) => {
    const file = FileValue.read(join(folder, text), name === 'hash' ? 'hash' : 'attachment');
    if (!file) onError(`!${name} has to be followed by a file beside this one, of a kind that can be attached: ${text} is none`);
    return file ?? text;
  },
});

/**
 * Reads a folder of histories: `import.yaml` with the tenant and the time zone, and one YAML file a thing, in any folder below.
 * @throws {Failure} `bad-import`, naming the file and what is wrong in it
 */
export function readFolder(path: string): ImportFolder {
  const root = resolve(path);
  const names = yamlFilesIn(root);
  if (!names.includes(SETTINGS)) {
    throw new Failure('bad-import', `${root} has no ${SETTINGS}: name a folder of histories, whose ${SETTINGS} says tenant and timeZone.`);
  }
  const settings = readAs(Settings, root, SETTINGS);
  const files = names.filter((name) => name !== SETTINGS).map((file) => ({ file, ...readAs(History, root, file) }));
  return { name: basename(root), ...settings, files };
}

function yamlFilesIn(root: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(root, { recursive: true, withFileTypes: true });
  } catch {
    throw new Failure('bad-import', `${root} cannot be read as a folder: name the folder that holds the histories.`);
  }
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'));
  return files.map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')).sort();
}

function readAs<Shape extends z.ZodType>(shape: Shape, root: string, file: string): z.output<Shape> {
  const folder = dirname(join(root, file));
  const document = parseDocument(readFileSync(join(root, file), 'utf8'), {
    customTags: [tag('day'), tag('instant'), due, attached('file', folder), attached('hash', folder)],
  });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) throw new Failure('bad-import', `${file} is not readable YAML: ${problem.message.split('\n')[0]}`, { file });
  const parsed = shape.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  throw new Failure('bad-import', `${file}: ${path.length > 0 ? `${path.join('.')} ` : ''}${message}.`, { file });
}
