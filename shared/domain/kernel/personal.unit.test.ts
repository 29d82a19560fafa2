import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { personal } from './personal.ts';
import { contentOf, holdsPersonal, type Personal, piecesIn, sealAs, withSealed } from './sealing.ts';

const Signatory = z.strictObject({
  person: z.string(),
  name: personal(z.string().min(2), { person: 'person' }).optional(),
  contact: z.strictObject({ email: personal(z.email(), { person: 'person', surplus: true }) }).optional(),
});
const List = z.strictObject({
  funder: z.string(),
  all: z.array(Signatory).default([]),
  mail: personal(z.email(), { contactOf: 'funder' }).optional(),
});

const sealed = (of: string) => ({ of, sealed: 'c'.repeat(40) });
const asked = { funder: 'region', all: [{ person: 'p-1', name: 'Ada Dumas', contact: { email: 'ada@example.org' } }], mail: 'desk@example.org' };

describe('personal data', () => {
  it('says whom it is about by what stands beside it or further out', () =>
    expect(piecesIn(List.parse(asked), 'programme-isr').map(({ of, path, text }) => [path, of, text])).toEqual([
      ['all.0.name', 'person:p-1', 'Ada Dumas'],
      ['all.0.contact.email', 'person:p-1/contact', 'ada@example.org'],
      ['mail', 'programme-isr/region', 'desk@example.org'],
    ]));

  it('cannot be written before it is sealed, and is written sealed then, in what was asked too', () => {
    const parsed = List.parse(asked);
    expect(() => JSON.stringify(parsed)).toThrow('has to be sealed');
    for (const { personal: piece, of } of piecesIn(parsed, 'programme-isr')) sealAs(piece, sealed(of));
    expect(JSON.stringify(withSealed(asked, parsed))).not.toMatch(/Ada|example\.org/);
    expect(withSealed(asked, parsed)).toEqual({
      funder: 'region',
      all: [{ person: 'p-1', name: sealed('person:p-1'), contact: { email: sealed('person:p-1/contact') } }],
      mail: sealed('programme-isr/region'),
    });
  });

  it('is read back from what was recorded, sealed or from before there was sealing', () => {
    const again: { name?: Personal | undefined } = Signatory.parse({ person: 'p-1', name: sealed('person:p-1') });
    expect(JSON.parse(JSON.stringify(again))).toEqual({ person: 'p-1', name: sealed('person:p-1') });
    expect(contentOf(again.name)).toEqual(sealed('person:p-1'));
    expect(contentOf('Ada Dumas')).toBe('Ada Dumas');
    expect(contentOf(7)).toBeUndefined();
  });

  it('is checked as it is typed, with words that say what is wrong', () => {
    const { error } = List.safeParse({ ...asked, mail: 'no address' });
    expect(error?.issues).toMatchObject([{ path: ['mail'], message: 'Invalid email address' }]);
    expect(List.safeParse({ ...asked, mail: 7 }).success).toBe(false);
  });

  it('is a plain field of a form, and known by its mark', () => {
    expect(z.toJSONSchema(List, { io: 'input', unrepresentable: 'throw' })).toMatchObject({
      properties: { mail: { type: 'string', format: 'email', 'x-personal': true } },
    });
    expect(holdsPersonal(List)).toBe(true);
    expect(holdsPersonal(z.strictObject({ name: z.string() }))).toBe(false);
  });
});
