import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { content, contentAsking } from '../../testing/samples.ts';
import { differences } from './differences.ts';

const work = (name: string, description: string) => ({ name, category: 'modelling' as const, description });

describe('the differences between two revisions', () => {
  it('are none where nothing changed', () => expect(differences(content, contentAsking(content.requested))).toEqual([]));

  it('name the part and what stood there before and after', () => {
    const { summary, ...without } = content;
    expect(differences(content, { ...without, title: 'Another', frascati: 1 })).toEqual([
      { field: 'title', path: [], before: content.title, after: 'Another' },
      { field: 'summary', path: [], before: summary },
      { field: 'frascati', path: [], after: 1 },
    ]);
  });

  it('find works, lines and claims by their name, whatever their order', () => {
    const before = { works: [work('A', 'a'), work('B', 'b')], budget: { needs: [{ label: 'Staff', amount: 1 }], resources: [] } };
    const after = { works: [work('B', 'b'), work('A', 'z'), work('C', 'c')], budget: { needs: [{ label: 'Staff', amount: 2 }], resources: [] } };
    expect(differences(before, after)).toEqual([
      { field: 'works', path: ['A', 'description'], before: 'a', after: 'z' },
      { field: 'works', path: ['C'], after: work('C', 'c') },
      { field: 'budget', path: ['needs', 'Staff', 'amount'], before: 1, after: 2 },
    ]);
  });

  it('count entries where their names do not tell them apart', () => {
    const lines = (...amounts: readonly number[]) => ({ needs: amounts.map((amount) => ({ label: 'Staff', amount })) });
    expect(differences(lines(1, 2), lines(1, 3, 4))).toEqual([
      { field: 'needs', path: ['2', 'amount'], before: 2, after: 3 },
      { field: 'needs', path: ['3'], after: { label: 'Staff', amount: 4 } },
    ]);
    expect(differences({ places: ['A', 'B'] }, { places: ['A', 'C'] })).toEqual([{ field: 'places', path: ['2'], before: 'B', after: 'C' }]);
  });

  it('show a part that took another form as a whole', () =>
    expect(differences({ answers: { a: [1] } }, { answers: { a: { b: 1 } } })).toEqual([
      { field: 'answers', path: ['a'], before: [1], after: { b: 1 } },
    ]));

  const plain = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,3}$/),
    fc.oneof(
      fc.integer(),
      fc.string(),
      fc.boolean(),
      fc.array(fc.integer(), { maxLength: 3 }),
      fc.dictionary(fc.stringMatching(/^[a-z]$/), fc.integer()),
    ),
    { maxKeys: 5 },
  );

  it('are none between equals, and the same the other way round with before and after exchanged', () =>
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        expect(differences(a, structuredClone(a))).toEqual([]);
        const sorted = (all: ReturnType<typeof differences>) => all.map((one) => JSON.stringify([one.field, one.path, one.before, one.after])).sort();
        const back = differences(b, a).map(({ field, path, before, after }) => ({ field, path, before: after, after: before }));
        expect(sorted(back)).toEqual(sorted(differences(a, b)));
      }),
    ));
});
