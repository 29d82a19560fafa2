import { z } from 'zod';

/** Which days are working days: those of a country, or all. */
export const calendarPart = {
  /** `FR`: neither weekends nor the public holidays of France are working days. */
  calendar: z.enum(['FR', 'none']).default('none'),
};
