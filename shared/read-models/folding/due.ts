import type { Obligation } from '@jalon/domain';
import { z } from 'zod';

/** What is due next on a thing. */
export const NextDue = z.strictObject({ kind: z.string(), due: z.string() });

/** The obligation with the earliest date, if there is one. */
export function nextDueOf(obligations: readonly Obligation[]): z.output<typeof NextDue> | undefined {
  const [first] = [...obligations].sort((a, b) => Date.parse(a.due) - Date.parse(b.due));
  return first && { kind: first.kind, due: first.due };
}
