import { addToDay, dayOf, endOfDay, startOfDay, toEpochMilliseconds } from '@jalon/domain';

/** What relative times count from: a day, in a time zone. */
export interface Anchor {
  readonly day: string;
  readonly timeZone: string;
}

const MINUTE = 60_000;
const OFFSET = /^([-+]?P(?:\d+[YMWD])+)(?: ([01]\d|2[0-3]):([0-5]\d))?$/;
/** The hour of an instant that is given by its day alone: a morning at the office. */
const MORNING = { hour: 9, minute: 0 };

/** `-P400D`, `-P14M`, `P30D 17:45`: a day counted from the day of the import, and a time of that day. */
export class RelativeTime {
  readonly #duration: string;
  readonly #hour: number;
  readonly #minute: number;

  private constructor(duration: string, hour: number, minute: number) {
    this.#duration = duration;
    this.#hour = hour;
    this.#minute = minute;
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
    return new Date(midnight + (this.#hour * 60 + this.#minute) * MINUTE).toISOString();
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

/** The data with every relative day and instant in it written out. */
export function writeOut(data: unknown, anchor: Anchor): unknown {
  if (data instanceof RelativeValue) return data.as === 'day' ? data.time.day(anchor) : data.time.instant(anchor);
  if (Array.isArray(data)) return data.map((part: unknown) => writeOut(part, anchor));
  if (typeof data === 'object' && data !== null)
    return Object.fromEntries(Object.entries(data).map(([name, part]) => [name, writeOut(part, anchor)]));
  return data;
}

/** The day that it is, where the programme is. */
export const anchorAt = (now: Date, timeZone: string): Anchor => ({ day: dayOf(now.toISOString(), timeZone), timeZone });

/** The last instant of a day, for questions such as "as of the end of May". */
export const lastInstantOf = (day: string, timeZone: string): string => new Date(toEpochMilliseconds(endOfDay(day, timeZone)) - 1).toISOString();
