import { asText, same } from '../../drafts/same.ts';
import { mistakesIn } from '../../forms/check.ts';
import { inputOf, type Shape, withoutEmpty } from '../../forms/shape.ts';
import type { Revision, Typed } from './file.ts';

/** What is typed and not recorded yet, part by part, as it stands in the fields; kept in the browser. */
export interface Edits {
  readonly parts: Typed;
  /** What was recorded of each of these parts when one began to change it (JSON): another hand may change it meanwhile. */
  readonly from: Readonly<Record<string, string>>;
}

export const nothingTyped: Edits = { parts: {}, from: {} };

/** Edits with one part more; `recorded` is the content as the log has it. */
export function withPart({ parts, from }: Edits, field: string, value: unknown, recorded: Typed): Edits {
  return { parts: { ...parts, [field]: value }, from: { [field]: asText(recorded[field]), ...from } };
}

/** The parts that somebody else has changed since one began to change them oneself. */
export const changedElsewhere = ({ parts, from }: Edits, recorded: Typed): readonly string[] =>
  Object.keys(parts).filter((field) => from[field] !== undefined && from[field] !== asText(recorded[field]) && !same(parts[field], recorded[field]));

/** Edits that stand against the content as it is now recorded: one has seen it, and goes on. */
export const restedOn = ({ parts }: Edits, recorded: Typed): Edits => ({
  parts,
  from: Object.fromEntries(Object.keys(parts).map((field) => [field, asText(recorded[field])])),
});

/** What can be recorded now: parts that are whole, and that say something new. A part that is half written stays in the browser. */
export function recordable({ parts }: Edits, shape: Shape, recorded: Typed): Revision {
  const whole = Object.entries(parts).flatMap(([field, value]) => {
    const cleaned = (inputOf({ [field]: value }, { ...shape, required: [] }) as Typed)[field];
    if (cleaned === undefined || same(cleaned, recorded[field])) return [];
    return mistakesIn({ [field]: cleaned }, { ...shape, required: [] }).length === 0 ? [[field, cleaned] as const] : [];
  });
  return Object.fromEntries(whole) as Revision;
}

/** What is still to be kept once a revision was recorded: what was typed since, and rows that were only begun. */
export function leftAfter({ parts, from }: Edits, sent: Typed): Edits {
  const settled = (field: string, value: unknown) => (field in sent ? same(value, sent[field]) : withoutEmpty(value) === undefined);
  const left = Object.entries(parts).filter(([field, value]) => !settled(field, value));
  const bases = left.map(([field]) => [field, field in sent ? asText(sent[field]) : (from[field] ?? 'null')] as const);
  return { parts: Object.fromEntries(left), from: Object.fromEntries(bases) };
}

export const isEmpty = ({ parts }: Edits): boolean => Object.keys(parts).length === 0;
