import { anAppend } from '@jalon/testing';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataDigest, readTexts } from './envelope.ts';
import { DecisionTooLarge, InvalidAppend } from './errors.ts';
import { MAX_APPEND_BYTES, MAX_DECISION_BYTES, prepare } from './prepare-append.ts';

/** What the SQL function makes of the three pieces. */
const filled = ({ before, between, after }: { before: string; between: string; after: string }) =>
  `${before}4b0ddfa5-ff81-4d9f-a10b-b4cab3a1f2a4${between}41,"recordedAt":"2027-03-01T09:30:00.000Z${after}7}`;

describe('what is written of a decision', () => {
  it('is canonical JSON around the places that the log fills, whatever was decided', () =>
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
        fc.option(fc.nat(), { nil: undefined }),
        fc.array(fc.string()),
        (data, input, policyVersion, authorisation) => {
          const append = {
            ...anAppend({ input, data: [data, data], authorisation }),
            ...(policyVersion !== undefined && { policyVersion }),
            causation: 'c',
          };
          const [first, second] = prepare(append).decisions;
          for (const texts of [first!, second!]) {
            const envelope = filled(texts);
            expect(canonicalize(JSON.parse(envelope))).toBe(envelope);
            expect(canonicalize(JSON.parse(texts.data))).toBe(texts.data);
            expect(dataDigest(Buffer.from(texts.salt, 'hex'), texts.data)).toBe(JSON.parse(envelope).dataDigest);
          }
          expect(readTexts(filled(first!), first!.data)).toMatchObject({ version: 7, position: 41, causation: 'c', input: { text: input } });
          expect(readTexts(filled(second!), second!.data)).not.toHaveProperty('input');
        },
      ),
    ));

  it('has the digest of another salt each time, so that short data cannot be guessed from it', () => {
    const [one, other] = prepare(anAppend({ data: [true, true] })).decisions;
    expect(one!.salt).not.toBe(other!.salt);
  });

  it('holds instants in UTC with milliseconds, however they were written', () => {
    const [texts] = prepare(anAppend({ occurredAt: '2027-03-01T10:30:00+01:00' })).decisions;
    expect(texts!.between).toContain('"occurredAt":"2027-03-01T09:30:00.000Z"');
  });
});

describe('what cannot be recorded', () => {
  it.each([
    ['half a surrogate pair', { data: [{ note: '\ud800' }] }],
    ['half a surrogate pair as a key', { data: [{ '\udfff': 1 }] }],
    ['NaN', { data: [{ amount: Number.NaN }] }],
    ['infinity', { data: [{ amount: Number.POSITIVE_INFINITY }] }],
    ['a bigint', { data: [{ amount: 1n }] }],
    ['no data at all', { data: [undefined] }],
    ['no decision at all', { data: [] }],
    ['a day where an instant belongs', { occurredAt: '2027-03-01' }],
    ['an instant that does not exist', { occurredAt: '2027-13-01T00:00:00Z' }],
    ['a version that is none', { at: -1 }],
    ['a stream without a name', { stream: '' }],
    ['a stream with a control character in its name', { stream: 'project-\u0000' }],
    ['a tenant without a name', { tenant: '' }],
    ['a stream that is both written and consulted', { consulted: { 'project-insite': 0 } }],
    ['a decision on a stream whose version is not said', { expected: {} }],
  ])('is refused before anything is sent: %s', (_, wanted) => {
    expect(() => prepare(anAppend(wanted))).toThrow(InvalidAppend);
  });

  it('is refused when two decisions have one id', () => {
    const append = anAppend({ data: [1, 2] });
    const [first] = append.decisions;
    expect(() => prepare({ ...append, decisions: [first!, first!] })).toThrow(/no id of a decision/);
  });

  it('is refused as too large, for one decision and for all of a command, with the limit in the message', () => {
    expect(() => prepare(anAppend({ data: ['x'.repeat(MAX_DECISION_BYTES)] }))).toThrow(DecisionTooLarge);
    expect(() => prepare(anAppend({ data: ['é'.repeat(MAX_DECISION_BYTES / 2)] }))).toThrow(String(MAX_DECISION_BYTES));
    const many = Array.from({ length: 5 }, () => 'x'.repeat(MAX_DECISION_BYTES - 1000));
    expect(() => prepare(anAppend({ data: many }))).toThrow(String(MAX_APPEND_BYTES));
    expect(prepare(anAppend({ data: many.slice(0, 3) })).decisions).toHaveLength(3);
  });
});
