import type { CommandHandler, Answer as Outcome } from '@jalon/command-handling';
import type { DecisionLog, LoggedDecision } from '@jalon/decision-log';
import { dayOf, refusals } from '@jalon/domain';
import type { ObjectStore } from '@jalon/object-store';
import type { Answer } from '../answer.ts';
import { Failure } from '../failure.ts';
import { isDue, obligationNames } from './due.ts';
import { isFile, putFiles } from './files.ts';
import type { ImportFolder } from './folder.ts';
import { type Beginning, beginningNow, commandIdOf, type PlannedCommand, planImport } from './plan.ts';
import { nameDue, valuesIn } from './write-out.ts';

export interface ImportWith extends Pick<CommandHandler, 'handle' | 'loader'> {
  /** Where the bytes of attachments are put; absent where nobody will open them. */
  readonly objects?: Pick<ObjectStore, 'put'>;
  readonly log: Pick<DecisionLog, 'findCommand' | 'readStream' | 'beginImport' | 'endImport'>;
  readonly clock: () => Date;
  /** Told after each command how many of how many are done. */
  readonly progress?: (done: number, all: number) => void;
}

/** How many commands were recorded now, and how many had been before. */
export interface Imported {
  readonly tenant: string;
  readonly recorded: number;
  readonly repeated: number;
  /** The day that relative times counted from. */
  readonly day: string;
}

/**
 * Imports a folder's histories through the same door as every other command, oldest first. Who decided stands as the actor of an import, so that rules
 * that look at the person hold. What was imported before is recognised, so that an import can be repeated, or taken up where it stopped. From the first entry
 * recorded to the last the process takes no step in the tenant.
 * @throws {Failure} at the first command that is not recorded
 */
export async function importFolder(folder: ImportFolder, { handle, loader, objects, log, clock, progress }: ImportWith): Promise<Imported> {
  const { tenant } = folder;
  const beginning = await beginningOf(folder, log, clock());
  const planned = planImport(folder, beginning, clock());
  if (objects) await putFiles(tenant, valuesIn(folder.files, isFile), objects);
  const count = { recorded: 0, repeated: 0 };
  await log.beginImport(tenant, folder.name);
  for (const [index, command] of planned.entries()) {
    const { kind, id, name, by, commandId, occurredAt } = command;
    const input = await namingDue(command, tenant, { loader, log });
    const answer = await handle({ tenant, kind, id, name, input, commandId, occurredAt, actor: { kind: 'import', id: by } });
    if (answer.status !== 'recorded' && answer.status !== 'repeated') {
      if (index === 0) await log.endImport(tenant, folder.name);
      throw notRecorded(command, answer, index);
    }
    count[answer.status] += 1;
    progress?.(index + 1, planned.length);
  }
  await log.endImport(tenant, folder.name);
  return { tenant, ...count, day: beginning.day };
}

/** The input with what is due named: as it was when the entry was recorded before, or as the log has it now. */
async function namingDue({ kind, id, input, commandId }: PlannedCommand, tenant: string, { loader, log }: Pick<ImportWith, 'loader' | 'log'>) {
  if (valuesIn(input, isDue).length === 0) return input;
  const before = (await log.findCommand(tenant, commandId))?.decisions[0];
  if (!before) return nameDue(input, await obligationNames(kind, id, loader(tenant)));
  const { stream, version } = before;
  const [recorded] = await log.readStream(tenant, stream, { after: version - 1, upTo: version });
  return recorded?.input;
}

/** Gives up an import that stopped. What it recorded stays, and the process goes on from there. */
export async function abandonImport({ tenant, name }: ImportFolder, log: Pick<DecisionLog, 'endImport'>): Promise<Answer> {
  await log.endImport(tenant, name);
  return { lines: [`The import of ${name} is given up: what it recorded stays, and things fall due again in ${tenant}.`], data: { tenant, name } };
}

/**
 * Relative times count from today, or from the day on which this folder was first imported: the same entry then says the same again. Days with a pace of their own
 * count from now, or from the instant that an entry recorded before was counted from: those of a training programme that comes in later begin with it.
 */
async function beginningOf(folder: ImportFolder, log: Pick<DecisionLog, 'findCommand'>, now: Date): Promise<Beginning> {
  const entries = folder.files.flatMap(({ file, days, history }) =>
    history.map(({ at }, index) => ({ id: commandIdOf(folder.name, file, index + 1), at, days })),
  );
  const found = await Promise.all(
    entries.map(async (entry) => ({ ...entry, before: (await log.findCommand(folder.tenant, entry.id))?.decisions[0] })),
  );
  const before = found.filter((entry): entry is typeof entry & { before: LoggedDecision } => entry.before !== undefined);
  const first = before.map((entry) => entry.before.recordedAt).sort()[0];
  const paced = before.flatMap(({ at, days, before: { occurredAt } }) =>
    days && typeof at !== 'string' ? [at.dayBegan(occurredAt, days.dayLasts)] : [],
  )[0];
  const today = beginningNow(now, folder.timeZone);
  return { day: first === undefined ? today.day : dayOf(first, folder.timeZone), began: paced ?? today.began };
}

function notRecorded({ file, entry, name, kind, id }: PlannedCommand, answer: Outcome, recorded: number): Failure {
  const where = `${file}, entry ${entry} (${name} on ${kind}-${id})`;
  const rest =
    recorded === 0
      ? 'Nothing was imported.'
      : `The ${recorded} before it are imported: correct the file and import again, or give it up with --abandon; until then nothing falls due.`;
  const { code, words } = reasonOf(answer);
  return new Failure('refused', `${where} was not recorded: ${code}. ${words} ${rest}`.replaceAll('  ', ' '), {
    file,
    entry,
    command: name,
    reason: code,
  });
}

function reasonOf(answer: Outcome): { readonly code: string; readonly words: string } {
  switch (answer.status) {
    case 'refused':
      return { code: answer.refusal.refused, words: fillIn(refusals[answer.refusal.refused].en, answer.refusal.details) };
    case 'invalid':
      return { code: 'invalid', words: answer.issues.map(({ path, message }) => `${path}: ${message}.`).join(' ') };
    case 'out-of-order':
      return { code: 'out-of-order', words: `A decision that it rests on took effect at ${answer.earliest}: give it a later time.` };
    case 'key-reused':
      return {
        code: 'key-reused',
        words: 'This entry was imported before and has changed since: add entries at the end of a file, and leave those before as they are.',
      };
    default:
      return { code: answer.status, words: '' };
  }
}

/** The words of a refusal with its details in them. */
function fillIn(words: string, details: Readonly<Record<string, unknown>>): string {
  return Object.entries(details).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, readable(value)), words);
}

const readable = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
