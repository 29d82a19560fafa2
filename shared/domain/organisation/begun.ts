import { dayOf } from '../kernel/time.ts';

/** Whether a day has begun somewhere on Earth at an instant: an organisation belongs to no programme, so no time zone is its own. */
export const hasBegun = (day: string, at: string): boolean => day <= dayOf(at, 'Pacific/Kiritimati');
