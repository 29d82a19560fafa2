import { useTranslation } from 'react-i18next';

/** The programme's zone: days and hours are told in it wherever the reader is. */
const ZONE = 'Europe/Paris';

export interface Formats {
  /** An amount in cents, as in `12 345,67 €`. Whole amounts lose their cents where `round` says so. */
  money(cents: number, currency?: string, round?: boolean): string;
  number(value: number, decimals?: number): string;
  percent(share: number, decimals?: number): string;
  /** A day (`2027-03-01`) or an instant (ISO 8601), as a day. */
  day(at: string): string;
  /** The last day before something is late, from the first instant at which it is. */
  lastDay(due: string, short?: boolean): string;
  /** As `day`, shorter: `1 mars 27`. */
  shortDay(at: string): string;
  /** An instant, to the minute. */
  moment(at: string): string;
  /** How far away an instant is, in the largest unit that says something: *in 3 days*, *2 years ago*. */
  distance(at: string, now?: number): string;
  /** What a text says in the language in use. */
  text(text: { readonly fr: string; readonly en: string }): string;
}

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;
const made = new Map<string, Formats>();
const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];
/** A day without an hour stands for its noon, which is the same day in every zone near the programme's. */
const instant = (at: string): Date => new Date(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T12:00:00Z` : at);

function formatsIn(language: 'fr' | 'en'): Formats {
  const locale = locales[language];
  const days = new Intl.DateTimeFormat(locale, { timeZone: ZONE, day: 'numeric', month: 'long', year: 'numeric' });
  const shortDays = new Intl.DateTimeFormat(locale, { timeZone: ZONE, day: 'numeric', month: 'short', year: 'numeric' });
  const moments = new Intl.DateTimeFormat(locale, {
    timeZone: ZONE,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    money: (cents, currency = 'EUR', round = cents % 100 === 0) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, ...(round && { maximumFractionDigits: 0 }) }).format(cents / 100),
    number: (value, decimals) =>
      new Intl.NumberFormat(locale, decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value),
    percent: (share, decimals = 0) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: decimals }).format(share),
    day: (at) => days.format(instant(at)),
    lastDay: (due, short = false) => (short ? shortDays : days).format(new Date(instant(due).getTime() - 1)),
    shortDay: (at) => shortDays.format(instant(at)),
    moment: (at) => moments.format(instant(at)),
    distance(at, now = Date.now()) {
      const ms = instant(at).getTime() - now;
      const [unit, size] = units.find(([, length]) => Math.abs(ms) >= length) ?? ['minute', 60_000];
      return relative.format(Math.round(ms / size), unit);
    },
    text: (text) => text[language],
  };
}

/** Numbers, money, days and two-language texts as the reader's language writes them. */
export function useFormat(): Formats {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'fr';
  const formats = made.get(language) ?? formatsIn(language);
  made.set(language, formats);
  return formats;
}
