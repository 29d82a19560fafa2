import { describe, expect, it } from 'vitest';
import { isWorkingDay, workingDayFrom } from './working-days.ts';

describe('working days in France', () => {
  it.each([
    ['a Saturday', '2027-03-13'],
    ['a Sunday', '2027-03-14'],
    ['New Year’s Day', '2027-01-01'],
    ['Easter Monday', '2027-03-29'],
    ['Ascension', '2027-05-06'],
    ['Whit Monday', '2027-05-17'],
    ['the national day', '2027-07-14'],
    ['a Christmas on a weekday', '2028-12-25'],
  ])('are not %s', (_, day) => expect(isWorkingDay(day, 'FR')).toBe(false));

  it.each([
    ['a Friday', '2027-03-12'],
    ['a Monday', '2027-03-15'],
    ['Good Friday', '2027-03-26'],
    ['Shrove Tuesday', '2027-02-09'],
  ])('are %s too', (_, day) => expect(isWorkingDay(day, 'FR')).toBe(true));

  it('all days are, where no calendar is kept', () => expect(isWorkingDay('2027-03-14', 'none')).toBe(true));
});

describe('a period that ends on a day off', () => {
  it.each([
    ['2027-03-12', '2027-03-12'],
    ['2027-03-13', '2027-03-15'],
    ['2027-03-27', '2027-03-30'],
    ['2026-12-25', '2026-12-28'],
  ])('%s ends on %s', (day, last) => expect(workingDayFrom(day, 'FR')).toBe(last));

  it('ends there all the same without a calendar', () => expect(workingDayFrom('2027-03-13', 'none')).toBe('2027-03-13'));
});
