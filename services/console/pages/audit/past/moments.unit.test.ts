import { describe, expect, it } from 'vitest';
import { momentsOf, monthsSince } from './moments.ts';

const told = (en: string) => ({ fr: en, en });

describe('the instants of a history', () => {
  const late = { occurredAt: '2026-01-01T09:00:00Z', recordedAt: '2026-03-01T09:00:00Z', told: told('Late') };
  const first = { occurredAt: '2026-02-01T09:00:00Z', recordedAt: '2026-02-01T09:00:00Z', told: told('First') };
  const also = { ...first, told: told('Also') };

  it('are in the order in which decisions took effect, or were known', () => {
    expect(momentsOf([first, late], 'effect').map(({ at }) => at)).toEqual([late.occurredAt, first.occurredAt]);
    expect(momentsOf([first, late], 'known').map(({ at }) => at)).toEqual([first.recordedAt, late.recordedAt]);
  });

  it('are each there once, with all that was decided then', () => {
    expect(momentsOf([first, also], 'effect')).toEqual([{ at: first.occurredAt, told: [told('First'), told('Also')] }]);
  });
});

describe('the months of a portfolio', () => {
  it('end one after the other from its first decision, and with now', () => {
    expect(monthsSince('2025-11-17T10:00:00Z', new Date('2026-02-10T08:00:00Z')).map(({ at }) => at)).toEqual([
      '2025-11-30T21:59:59.999Z',
      '2025-12-31T21:59:59.999Z',
      '2026-01-31T21:59:59.999Z',
      '2026-02-10T08:00:00.000Z',
    ]);
  });

  it('are now alone where it began this month', () => {
    expect(monthsSince('2026-02-01T10:00:00Z', new Date('2026-02-10T08:00:00Z'))).toHaveLength(1);
  });
});
