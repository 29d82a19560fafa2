import { Text } from '@jalon/domain';
import { z } from 'zod';

/** Why something was decided, in the words of whoever decided, and where in the decision it stands. */
export const Reason = z.strictObject({ path: z.array(z.string()), text: z.union([z.string(), Text]) });
export type Reason = z.output<typeof Reason>;

/** The fields in which decisions give reasons. */
const giving: ReadonlySet<string> = new Set(['reasons', 'reason', 'grounds', 'because', 'justification', 'comment', 'cause']);
const Said = z.union([z.string().min(1), Text]);

/** The reasons in a decision; where it keeps none, those in what was asked. */
export function reasonsOf({ data, input }: { readonly data: unknown; readonly input?: unknown }): readonly Reason[] {
  const own = reasonsIn(data, []);
  return own.length > 0 ? own : reasonsIn(input, []);
}

function reasonsIn(value: unknown, path: readonly string[]): readonly Reason[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]): readonly Reason[] => {
    const said = giving.has(name) ? Said.safeParse(part) : undefined;
    return said?.success ? [{ path: [...path, name], text: said.data }] : reasonsIn(part, [...path, name]);
  });
}
