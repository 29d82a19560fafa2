import { Instant } from '@jalon/domain';
import { InvalidArgumentError } from 'commander';
import { z } from 'zod';

const DayEnd = z.iso.date().transform((day) => `${day}T23:59:59.999Z`);
const At = z.union([Instant, DayEnd]).refine((instant) => instant >= '1900');
const DayStart = z.iso.date().transform((day) => `${day}T00:00:00.000Z`);
const Since = z.union([Instant, DayStart]);

/** An instant of the command line: `2027-03-01T09:30:00Z`, or a day, which means its end in UTC. */
export function instantOption(text: string): string {
  const parsed = At.safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError('Give an instant such as 2027-03-01T09:30:00Z, or a day such as 2027-03-01 (its end, in UTC).');
  return new Date(parsed.data).toISOString();
}

/** The same for where a time begins: a day means its first instant in UTC. */
export function sinceOption(text: string): string {
  const parsed = Since.safeParse(text);
  if (!parsed.success)
    throw new InvalidArgumentError('Give an instant such as 2027-03-01T09:30:00Z, or a day such as 2027-03-01 (its beginning, in UTC).');
  return new Date(parsed.data).toISOString();
}
