import { describe, expect, it } from 'vitest';
import { RelativeTime, RelativeValue } from './moments.ts';
import { writeOut } from './write-out.ts';

const anchor = { day: '2027-03-01', timeZone: 'Europe/Paris' };
const instantOf = (text: string) => RelativeTime.parse(text)?.instant(anchor);

describe('a time counted from the day of the import', () => {
  it('is a morning of that day where no hour is given', () => expect(instantOf('-P10D')).toBe('2027-02-19T08:00:00.000Z'));

  it('takes an hour of the programme’s time zone, in summer too', () => {
    expect(instantOf('-P10D 17:45')).toBe('2027-02-19T16:45:00.000Z');
    expect(instantOf('P60D 17:45')).toBe('2027-04-30T15:45:00.000Z');
  });

  it('counts months by the calendar', () => expect(RelativeTime.parse('-P1M')?.day(anchor)).toBe('2027-02-01'));

  it.each(['400 days', '-P', 'PT5H', '-P10D 25:00', '2027-03-01'])('is not %s', (text) => expect(RelativeTime.parse(text)).toBeUndefined());

  it('is written out wherever it stands in the data', () => {
    const day = new RelativeValue(RelativeTime.parse('P30D')!, 'day');
    const instant = new RelativeValue(RelativeTime.parse('P1D 00:00')!, 'instant');
    expect(writeOut({ plan: [{ dueOn: day, from: instant, level: 3, open: null }] }, anchor)).toEqual({
      plan: [{ dueOn: '2027-03-31', from: '2027-03-01T23:00:00.000Z', level: 3, open: null }],
    });
  });
});
