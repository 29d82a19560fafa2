import { addToDay, dayOf, endOfDay, pacedZone, startOfDay, toEpochMilliseconds } from '@jalon/domain';

/** What relative times count from: a day, in a time zone. */
export interface Anchor {
  readonly day: string;
  readonly timeZone: string;
  /** Where days have a pace of their own: the instant at which this day began, and how many milliseconds each lasts. */
  readonly paced?: { readonly began: number; readonly dayLasts: number };
}

/** Days that pass at a pace of their own: how many milliseconds each lasts, and how long before the import the first of them began. */
export interface PacedDays {
  readonly dayLasts: number;
  readonly since: RelativeTime;
}

const MINUTE = 60_000;
const MINUTES_A_DAY = 24 * 60;
const OFFSET = /^([-+]?P(?:\d+[YMWD])+)(?: ([01]\d|2[0-3]):([0-5]\d))?$/;
const WHOLE_DAYS = /^([-+]?)P(?:(\d+)W)?(?:(\d+)D)?$/;
/** The hour of an instant that is given by its day alone: a morning at the office. */
const MORNING = { hour: 9, minute: 0 };

/** `-P400D`, `-P14M`, `P30D 17:45`: a day counted from the day of the import, and a time of that day. */
export class RelativeTime {
  readonly #duration: string;
  readonly #minutes: number;

  private constructor(duration: string, hour: number, minute: number) {
    this.#duration = duration;
    this.#minutes = hour * 60 + minute;
  }

  /** Undefined where the text is not of that form. */
  static parse(text: string): RelativeTime | undefined {
    const [, duration, hour, minute] = OFFSET.exec(text) ?? [];
    if (duration === undefined) return undefined;
    return new RelativeTime(duration, hour === undefined ? MORNING.hour : Number(hour), minute === undefined ? MORNING.minute : Number(minute));
  }

  /** As `2027-03-01`. */
  day({ day }: Anchor): string {
    return addToDay(day, this.#duration);
  }

  /** As an instant in UTC. */
  instant(anchor: Anchor): string {
    const midnight = toEpochMilliseconds(startOfDay(this.day(anchor), anchor.timeZone));
    const minute = anchor.paced ? anchor.paced.dayLasts / MINUTES_A_DAY : MINUTE;
    return new Date(midnight + Math.floor(this.#minutes * minute)).toISOString();
  }

  /** Days from that of the import, negative before it; undefined where it is counted in months or years, which are not all as long. */
  get days(): number | undefined {
    const [matched, sign, weeks = '0', days = '0'] = WHOLE_DAYS.exec(this.#duration) ?? [];
    return matched === undefined ? undefined : (sign === '-' ? -1 : 1) * (Number(weeks) * 7 + Number(days));
  }

  /** The instant at which the day of the import began, where days last so long and this time was that instant. Milliseconds since 1970. */
  dayBegan(instant: string, dayLasts: number): number {
    return toEpochMilliseconds(instant) - (this.days ?? 0) * dayLasts - Math.floor((this.#minutes * dayLasts) / MINUTES_A_DAY);
  }
}

/** A day or an instant within a command's data, told apart by how it is to be written. */
export class RelativeValue {
  readonly time: RelativeTime;
  readonly as: 'day' | 'instant';

  constructor(time: RelativeTime, as: 'day' | 'instant') {
    this.time = time;
    this.as = as;
  }
}

/**
 * The day that it is in a training programme, where a day begins with the import. Its calendar is the one that the programme has from its creation on
 * (`dayLasts` of `create-programme`), so that a day written in a history is the day that its rules count.
 */
export function pacedAnchor(began: number, timeZone: string, { dayLasts, since }: PacedDays): Anchor {
  const created = new Date(began + (since.days ?? 0) * dayLasts).toISOString();
  const zone = pacedZone(timeZone, created, `PT${dayLasts / 1000}S`);
  return { day: dayOf(new Date(began).toISOString(), zone), timeZone: zone, paced: { began, dayLasts } };
}

/** The last instant of a day, for questions such as "as of the end of May". */
export const lastInstantOf = (day: string, timeZone: string): string => new Date(toEpochMilliseconds(endOfDay(day, timeZone)) - 1).toISOString();
