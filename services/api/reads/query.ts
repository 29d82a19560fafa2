import { z } from 'zod';

const MOST_WAITED_FOR = 20;
const STREAM_AT_VERSION = /^[a-z]+-[a-z0-9][a-z0-9-]{0,62}@\d{1,15}$/;

/** `project-insite@7,call-spring@3`: what the reader knows to be decided, as a decision's answer told under "streams". */
export const After = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(z.string().regex(STREAM_AT_VERSION, 'has to be <stream>@<version>, with commas between')).max(MOST_WAITED_FOR))
  .transform((pairs): Readonly<Record<string, number>> => Object.fromEntries(pairs.map(pairOf)))
  .default({});

function pairOf(pair: string): [string, number] {
  const at = pair.indexOf('@');
  return [pair.slice(0, at), Number(pair.slice(at + 1))];
}

/** How many items a page has at most. */
export const Limit = z.coerce.number('has to be a number').int().min(1).max(200).default(50);

const DayEnd = z.iso.date().transform((day) => `${day}T23:59:59.999Z`);
const AT = 'has to be an instant such as 2027-03-01T09:30:00Z, or a day such as 2027-03-01 (its end, in UTC)';
/** An instant, or a day, which means its end in UTC; as the log writes instants. */
export const PastInstant = z
  .union([z.iso.datetime({ offset: true }), DayEnd], AT)
  .transform((instant) => new Date(instant).toISOString())
  .refine((instant) => instant >= '1900', AT);

/** The two switches of a read of the past; without either it is of the present. */
export const Times = {
  asOf: PastInstant.optional().describe(
    'As it stood at this instant, or at the end of this day (UTC): only what had taken effect. Without it: as of `knownAt`.',
  ),
  knownAt: PastInstant.optional().describe(
    'Only what had been recorded by this instant, or by the end of this day (UTC). Without it: all that is known now.',
  ),
};
export interface Times {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}

const Encoded = z.string().max(400);

/** Where a page goes on, as the page before gave it under "next". Opaque to readers. */
export const cursorOf = <Shape extends z.ZodType>(shape: Shape) =>
  Encoded.transform((encoded, context): unknown => {
    try {
      return JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
    } catch {
      context.addIssue({ code: 'custom', message: 'is not a cursor: take "next" of the page before' });
      return z.NEVER;
    }
  }).pipe(shape);

/** What a reader sends back for the next page. */
export const encodeCursor = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');
