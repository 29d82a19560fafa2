import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** An instant in UTC, ISO 8601, as `2027-03-01T09:30:00Z` or with milliseconds. */
export const Instant = z.iso.datetime();
/** A calendar day, `2027-03-01`. Which instant ends it depends on the programme's time zone. The range keeps out slips of the pen, such as the year 0027. */
export const Day = z.iso.date().refine((day) => day >= '1900-01-01' && day <= '2199-12-31', 'a day between 1900-01-01 and 2199-12-31');
/** An ISO 8601 duration of whole days, at least one: `P6M`, `P15D`, `P1Y6M`. */
export const Duration = z
  .string()
  .regex(/^P(?=.*[1-9])(?=\d)(\d{1,2}Y)?(\d{1,3}M)?(\d{1,3}W)?(\d{1,4}D)?$/, 'a duration of whole days, at least one, such as P6M or P15D');

/** The IANA time zones are many; this checks that the runtime knows the one named. */
export const TimeZone = z.string().refine((zone) => {
  try {
    return Boolean(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone));
  } catch {
    return false;
  }
}, 'not a time zone of the IANA database, such as Europe/Paris');

/** How long a day lasts in a training programme: a few seconds up to twelve hours, as an ISO 8601 duration such as PT1M. */
export const Pace = z.string().refine((text) => {
  try {
    const seconds = Temporal.Duration.from(text).total('seconds');
    return seconds >= 5 && seconds <= 43_200;
  } catch {
    return false;
  }
}, 'a duration from PT5S to PT12H');

/**
 * A time zone whose days pass at a pace of their own, from the day that it was at an instant on: what a training programme counts in. Every function here that takes
 * a zone takes it too, so that one rule is lived through in years or in an hour.
 */
export const pacedZone = (zone: string, from: string, dayLasts: string): string =>
  `${zone}@${Temporal.Instant.from(from).epochMilliseconds}/${Temporal.Duration.from(dayLasts).total('milliseconds')}`;

interface Paced {
  /** Milliseconds since 1970 at which the first day began, which day that was, and how many milliseconds each lasts. */
  readonly from: number;
  readonly first: Temporal.PlainDate;
  readonly dayLasts: number;
}
const paces = new Map<string, Paced>();

function pacedBy(zone: string): Paced | undefined {
  const at = zone.indexOf('@');
  if (at < 0) return undefined;
  const known = paces.get(zone);
  if (known) return known;
  const [from, dayLasts] = zone
    .slice(at + 1)
    .split('/')
    .map(Number) as [number, number];
  const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone.slice(0, at)).toPlainDate();
  const paced = { from, first, dayLasts };
  paces.set(zone, paced);
  return paced;
}

interface KnownDay {
  readonly day: string;
  /** Milliseconds since 1970: the first of the day, and the first after it. */
  readonly from: number;
  readonly to: number;
}

/** The day that was last asked for in each zone: nearly every question is about today, and a calendar is dear to consult. */
const lastAsked = new Map<string, KnownDay>();

/** The day on which an instant falls in a time zone. */
export function dayOf(instant: string, zone: string): string {
  const at = Date.parse(instant);
  const known = lastAsked.get(zone);
  if (known && at >= known.from && at < known.to) return known.day;
  const paced = pacedBy(zone);
  if (paced) return paced.first.add({ days: Math.floor((at - paced.from) / paced.dayLasts) }).toString();
  const date = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();
  const firstOf = (plain: Temporal.PlainDate) => plain.toZonedDateTime(zone).epochMilliseconds;
  const asked = { day: date.toString(), from: firstOf(date), to: firstOf(date.add({ days: 1 })) };
  lastAsked.set(zone, asked);
  return asked.day;
}

/** What was worked out already: due dates ask for the same few days again and again, and each costs a look into a calendar or into a time zone's rules. */
function remembered(workOut: (first: string, second: string) => string): (first: string, second: string) => string {
  const all = new Map<string, string>();
  return (first, second) => {
    const key = `${first} ${second}`;
    const known = all.get(key);
    if (known !== undefined) return known;
    const worked = workOut(first, second);
    if (all.size === MOST_REMEMBERED) all.clear();
    all.set(key, worked);
    return worked;
  };
}
const MOST_REMEMBERED = 10_000;

/** A day, later by a duration (or earlier by a negative one): calendar arithmetic, month ends clamped (31 January + P1M = 28 February). */
export const addToDay = remembered((day, duration) => Temporal.PlainDate.from(day).add(duration).toString());

function firstInstantOf(day: Temporal.PlainDate, zone: string): Temporal.Instant {
  const paced = pacedBy(zone);
  if (!paced) return day.toZonedDateTime(zone).toInstant();
  return Temporal.Instant.fromEpochMilliseconds(paced.from + paced.first.until(day).total('days') * paced.dayLasts);
}

/** The first instant of a day, in a time zone: what begins on a day begins then. */
export const startOfDay = remembered((day, zone) => firstInstantOf(Temporal.PlainDate.from(day), zone).toString());

/** The first instant after a day, in a time zone: a thing due on a day is late from then on. */
export const endOfDay = (day: string, zone: string): string => startOfDay(addToDay(day, 'P1D'), zone);

/** An instant as milliseconds since 1970, for timers. */
export const toEpochMilliseconds = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;

/** Orders two instants that may be written with and without fractions. Throws where one is none. */
export function isBefore(a: string, b: string): boolean {
  const milliseconds = Date.parse(a) - Date.parse(b);
  // What is the same to the millisecond may differ in what comes after it.
  return milliseconds < 0 || (!(milliseconds > 0) && a !== b && Temporal.Instant.compare(a, b) < 0);
}

/** The later of two instants. */
export const laterOf = (a: string, b: string): string => (isBefore(a, b) ? b : a);
