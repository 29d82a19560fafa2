import { endOf } from '../../call/hours.ts';
import { isBefore } from '../../kernel/time.ts';
import type { Programme } from '../../programme/programme.ts';

/** Whether a last day (or instant) is over, in the programme's time zone. */
export const isPast = (lastDay: string, at: string, { identity }: Programme): boolean => !isBefore(at, endOf(lastDay, identity.timeZone));
