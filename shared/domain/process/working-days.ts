import Holidays from 'date-holidays';
import { addToDay } from '../kernel/time.ts';
import type { Policy } from '../programme/policy.ts';

type Calendar = Policy['calendar'];

let french: Holidays | undefined;
/** The public holidays of a year, by the library's rules; worked out once. */
const years = new Map<string, ReadonlySet<string>>();

function holidaysOf(year: string): ReadonlySet<string> {
  const known = years.get(year);
  if (known) return known;
  french ??= new Holidays('FR');
  const days = new Set(french.getHolidays(year).flatMap(({ type, date }) => (type === 'public' ? [date.slice(0, 10)] : [])));
  years.set(year, days);
  return days;
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** Whether a day is worked on in a calendar: in `FR` neither Saturdays and Sundays nor the public holidays of France are. */
export const isWorkingDay = (day: string, calendar: Calendar): boolean =>
  calendar === 'none' || !(isWeekend(day) || holidaysOf(day.slice(0, 4)).has(day));

/**
 * The day itself, or the first working day after it: a period that would end on a day off ends at the end of the next working day
 * (Regulation (EEC, Euratom) 1182/71, article 3(4)).
 */
export function workingDayFrom(day: string, calendar: Calendar): string {
  let last = day;
  while (!isWorkingDay(last, calendar)) last = addToDay(last, 'P1D');
  return last;
}
