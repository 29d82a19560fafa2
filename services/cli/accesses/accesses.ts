import type { AccessEntry, AccessJournal, AccessQuery } from '@jalon/access-journal';
import { type Answer, table } from '../answer.ts';
import { Failure } from '../failure.ts';

/** The newest entries of a tenant's access journal that the filters leave. */
export async function accessesOf(journal: Pick<AccessJournal, 'read'>, tenant: string, query: AccessQuery): Promise<Answer> {
  const entries = await journal.read(tenant, query);
  return {
    lines: entries.length > 0 ? table(['', 'at', 'who', 'read', 'of', 'why'], entries.map(row)) : ['Nothing of that was read.'],
    data: { tenant, entries },
  };
}

const row = ({ number, at, who, what, why }: AccessEntry): readonly string[] => [
  String(number),
  at.slice(0, 19).replace('T', ' '),
  who.kind === 'person' ? who.id : `${who.id} (${who.kind})`,
  what.part,
  what.thing ?? '',
  why,
];

/**
 * Works the chain of the journal out again.
 * @throws {Failure} `journal-broken` naming the first entry that is not as it was written
 */
export async function checkAccesses(journal: Pick<AccessJournal, 'check'>, tenant: string): Promise<Answer> {
  const { entries, broken } = await journal.check(tenant);
  if (broken) {
    throw new Failure(
      'journal-broken',
      `Entry ${broken.number} of the access journal of ${tenant} ${broken.what === 'missing' ? 'is missing' : 'is not as it was written'}.`,
      { ...broken },
    );
  }
  return { lines: [`${entries} entries of the access journal of ${tenant} are as they were written.`], data: { tenant, entries } };
}
