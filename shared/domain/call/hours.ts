import { z } from 'zod';
import { Day, dayOf, endOfDay, Instant, startOfDay } from '../kernel/time.ts';

/** When a call opens or closes: a whole day, or an exact instant in UTC (`2027-03-12T11:00:00Z` is noon in Paris). */
export const When = z.union([Day, Instant]);

export const isInstant = (when: string): boolean => when.includes('T');

/** The first instant at which something has begun: of a day, its first in the time zone. */
export const beginningOf = (when: string, zone: string): string => (isInstant(when) ? when : startOfDay(when, zone));

/** The first instant at which something is over: of a day, the first after it in the time zone. What closes at noon takes nothing at noon sharp. */
export const endOf = (when: string, zone: string): string => (isInstant(when) ? when : endOfDay(when, zone));

/** The day on which it falls in the time zone. */
export const dayOfWhen = (when: string, zone: string): string => (isInstant(when) ? dayOf(when, zone) : when);
