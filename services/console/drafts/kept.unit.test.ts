import { describe, expect, it } from 'vitest';
import { newest } from './kept.ts';
import { asText, same } from './same.ts';

const draft = (data: string, savedAt: string) => ({ data, key: data, savedAt });
const early = draft('early', '2026-03-01T08:00:00.000Z');
const late = draft('late', '2026-03-01T08:00:00.400Z');

describe('a draft that is found again', () => {
  it('is the one that was typed last, whether the database got it or the page left it in haste', () => {
    expect(newest(early, late)).toBe(late);
    expect(newest(late, early)).toBe(late);
    expect(newest(undefined, late)).toBe(late);
    expect(newest(early, undefined)).toBe(early);
  });

  it('does not come back once it was recorded, although the page went away before the database had forgotten it', () => {
    expect(newest(early, { forgottenAt: '2026-03-01T08:00:00.200Z' })).toBeUndefined();
    expect(newest(undefined, { forgottenAt: '2026-03-01T08:00:00.200Z' })).toBeUndefined();
  });

  it('is what was typed after the one before it was recorded', () => {
    expect(newest(late, { forgottenAt: '2026-03-01T08:00:00.200Z' })).toBe(late);
  });
});

describe('content that is typed and content that was recorded', () => {
  it('are the same in whichever order their fields come, at any depth', () => {
    const typed = { title: { fr: 'Atelier', en: 'Workshop' }, budget: [{ item: 'wood', cents: 100 }] };
    const recorded = { budget: [{ cents: 100, item: 'wood' }], title: { en: 'Workshop', fr: 'Atelier' } };
    expect(same(typed, recorded)).toBe(true);
  });

  it('differ where a list has another order, for it says one', () => {
    expect(same(['first', 'second'], ['second', 'first'])).toBe(false);
  });

  it('count what is absent as nothing, and not as an empty text', () => {
    expect(asText(undefined)).toBe(asText(null));
    expect(same({ a: undefined }, {})).toBe(true);
    expect(same('', undefined)).toBe(false);
  });
});
