import type { OpenedLog } from '@jalon/decision-log';
import { isRefusal, refusals } from '@jalon/domain';
import { readSelection, type SelectionBasis } from '@jalon/evidence';
import { Failure } from '../failure.ts';

/**
 * What a call is selected by.
 * @throws {Failure} `unknown-stream` where there is no such call, `refused` where its applications cannot be ranked yet
 */
export async function selectionOf(log: OpenedLog, tenant: string, call: string, now: Date): Promise<SelectionBasis> {
  const read = await readSelection(log, tenant, call, now.toISOString());
  if (!read) throw new Failure('unknown-stream', `There is no call "${call}" in ${tenant}.`);
  if (!isRefusal(read)) return read;
  const { refused, details } = read;
  throw new Failure('refused', `The applications of ${call} cannot be ranked yet: ${filled(refusals[refused].en, details)}`, {
    reason: refused,
    ...details,
  });
}

const filled = (sentence: string, details: Readonly<Record<string, unknown>>): string =>
  sentence.replace(/\{(\w+)\}/g, (asWritten, name: string) => (Object.hasOwn(details, name) ? String(details[name]) : asWritten));
