import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { by } from '../../kernel/testing/given-when-then.ts';
import { draftApplication, inConcept, submitted } from '../../testing/stories.ts';
import { project } from '../project.ts';
import { targetSystemDifferences } from './differences.ts';
import { TargetSystem } from './document.ts';
import { publishTargetSystem } from './publish-target-system.ts';
import { reviseTargetSystem } from './revise-target-system.ts';
import { blank, TargetSystemPublished, TargetSystemRevised } from './target-system.ts';

const hanna = by('hanna');
const system = TargetSystem.parse(reviseTargetSystem.example.system);
const work = system.works[0]!;
const withWork = (changed: Partial<typeof work>): TargetSystem => ({ ...system, works: [{ ...work, ...changed }] });
const written = inConcept.and(TargetSystemRevised({ system }));
const published = written.and(TargetSystemPublished({ version: 1, system }));

describe('revise-target-system', () => {
  const revise = (changed: TargetSystem) => inConcept.when(reviseTargetSystem, hanna, { system: changed });

  it('records it as a whole, also unfinished', async () => {
    await revise(system).decides(TargetSystemRevised({ system }));
    await revise(blank).decides(TargetSystemRevised({ system: blank }));
    expect(written.state(project).targetSystem.draft).toEqual(system);
  });

  it('is written from the draft of the application on, not while others judge it', async () => {
    await draftApplication.when(reviseTargetSystem, hanna, { system }).decides(TargetSystemRevised({ system }));
    await submitted.when(reviseTargetSystem, hanna, { system }).refuses('not-describable', { stage: 'submitted' });
  });

  it.each([
    ['two stakeholders', { ...system, stakeholders: [...system.stakeholders, system.stakeholders[0]!] }, 'ateliers'],
    ['a challenge and a work', { ...system, challenges: [...system.challenges, { id: 'trial-workshops', title: 'Same' }] }, 'trial-workshops'],
    ['an evolution and a stakeholder', { ...system, evolutions: [...system.evolutions, { id: 'ateliers', title: 'Same' }] }, 'ateliers'],
    ['an evolution twice in a work', withWork({ evolutions: ['habit', 'habit'] }), 'trial-workshops/habit'],
    [
      'an actor with two roles',
      withWork({
        roles: [
          { actor: 'ateliers', role: 'key' },
          { actor: 'ateliers', role: 'shared' },
        ],
      }),
      'trial-workshops/ateliers',
    ],
    ['an actor with a role who also contributes', withWork({ contributors: ['ateliers'] }), 'trial-workshops/ateliers'],
  ])('refuses one name for %s', (_, repeated, name) => revise(repeated).refuses('target-system-repeats', { names: [name] }));

  it.each([
    ['a challenge', withWork({ under: 'nowhere' }), 'nowhere'],
    ['a challenge, where a stakeholder is meant', withWork({ under: 'municipalities' }), 'municipalities'],
    ['a stakeholder, once it is arranged so', { ...withWork({ under: 'nearness' }), arrangedBy: 'stakeholder' as const }, 'nearness'],
    ['an evolution', withWork({ evolutions: ['nothing'] }), 'nothing'],
    ['an actor', withWork({ roles: [{ actor: 'nobody', role: 'marginal' }] }), 'nobody'],
    ['a contributor', withWork({ contributors: ['nobody'] }), 'nobody'],
  ])('refuses works that name %s that is not there', (_, broken, name) =>
    revise(broken).refuses('target-system-name-unknown', { names: [`trial-workshops/${name}`] }),
  );

  it('can be arranged by stakeholder, and a work need not have its place yet', async () => {
    const byStakeholder = { ...withWork({ under: 'municipalities' }), arrangedBy: 'stakeholder' as const };
    await revise(byStakeholder).decides(TargetSystemRevised({ system: byStakeholder }));
    const { under: _, ...nowhere } = work;
    const unplaced = { ...system, works: [nowhere] };
    await revise(unplaced).decides(TargetSystemRevised({ system: unplaced }));
  });
});

describe('publish-target-system', () => {
  const note = 'As talked over with the municipalities.';

  it('makes the first version', () =>
    written.when(publishTargetSystem, hanna, { note }).decides(TargetSystemPublished({ version: 1, system, note })));

  it('makes the next version of what changed', async () => {
    const changed = withWork({ priority: false });
    const attempt = published.and(TargetSystemRevised({ system: changed })).when(publishTargetSystem, hanna, {});
    await attempt.decides(TargetSystemPublished({ version: 2, system: changed }));
    expect((await attempt.after()).state(project).targetSystem.published).toMatchObject({ version: 2, system: changed });
  });

  it('makes no version where nothing changed, or only the order', async () => {
    await published.when(publishTargetSystem, hanna, {}).refuses('target-system-unchanged', { version: 1 });
    const turned = { ...system, stakeholders: [...system.stakeholders].reverse() };
    await published
      .and(TargetSystemRevised({ system: turned }))
      .when(publishTargetSystem, hanna, {})
      .refuses('target-system-unchanged');
  });

  it.each([
    ['a text', { ...system, finality: 'Another.' }],
    ['the arrangement', { ...withWork({ under: 'ateliers' }), arrangedBy: 'stakeholder' as const }],
    ['a stakeholder', { ...system, stakeholders: [...system.stakeholders, { id: 'schools', title: 'Schools' }] }],
    ['a challenge', { ...system, challenges: [...system.challenges, { id: 'price', title: 'Price' }] }],
    ['an evolution', { ...system, evolutions: [{ id: 'habit', title: 'Mending comes first' }] }],
    ['the works', { ...system, works: [...system.works, { ...work, id: 'fairs' }] }],
  ])('makes a version when %s changed', (_, changed) =>
    published
      .and(TargetSystemRevised({ system: changed }))
      .when(publishTargetSystem, hanna, {})
      .decides(TargetSystemPublished({ version: 2, system: changed })),
  );

  it('waits until it is whole', async () => {
    await inConcept
      .when(publishTargetSystem, hanna, {})
      .refuses('target-system-incomplete', { missing: ['finality', 'present', 'target', 'gap', 'stakeholders', 'evolutions', 'works'] });
    const { under: _, ...nowhere } = work;
    const unplaced = inConcept.and(TargetSystemRevised({ system: { ...system, works: [{ ...nowhere, roles: [] }] } }));
    await unplaced
      .when(publishTargetSystem, hanna, {})
      .refuses('target-system-incomplete', { missing: ['trial-workshops/under', 'trial-workshops/roles'] });
  });

  it('is not done while others judge the project', () =>
    submitted.and(TargetSystemRevised({ system })).when(publishTargetSystem, hanna, {}).refuses('not-describable'));
});

describe('differences between two versions', () => {
  const nothing = { added: [], removed: [], changed: [] };
  const same = { texts: [], stakeholders: nothing, challenges: nothing, evolutions: nothing, works: nothing };

  it('name the texts, and by id the parts that came, went or changed, with the fields', () => {
    const after: TargetSystem = {
      ...system,
      gap: 'Places are missing.',
      stakeholders: [system.stakeholders[0]!, { id: 'schools', title: 'Schools' }],
      works: [{ ...work, title: 'Workshops', roles: [{ actor: 'schools', role: 'shared' }] }],
    };
    expect(targetSystemDifferences(system, after)).toEqual({
      ...same,
      texts: ['gap'],
      stakeholders: { added: ['schools'], removed: ['municipalities'], changed: [] },
      works: { ...nothing, changed: [{ id: 'trial-workshops', fields: ['title', 'roles'] }] },
    });
  });

  it('name a text that was taken out', () => {
    const { finality: _, ...without } = system;
    expect(targetSystemDifferences(system, without)).toEqual({ ...same, texts: ['finality'] });
  });

  const part = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), title: fc.constantFrom('One', 'Two') });
  const versions = fc
    .tuple(fc.uniqueArray(part, { selector: ({ id }) => id }), fc.constantFrom('Here', 'There'))
    .map(([challenges, present]): TargetSystem => ({ ...blank, challenges, present }));

  it('are none between a version and itself, in whatever order', () =>
    fc.assert(
      fc.property(versions, (a) => {
        expect(targetSystemDifferences(a, { ...a, challenges: a.challenges.toReversed() })).toEqual(same);
      }),
    ));

  it('are the same seen from the other side, with what came and went exchanged', () =>
    fc.assert(
      fc.property(versions, versions, (a, b) => {
        const { texts, challenges } = targetSystemDifferences(a, b);
        const back = targetSystemDifferences(b, a);
        expect(back.texts).toEqual(texts);
        expect([...back.challenges.added].sort()).toEqual([...challenges.removed].sort());
        expect([...back.challenges.removed].sort()).toEqual([...challenges.added].sort());
        const inOrder = ({ changed }: typeof challenges) => [...changed].sort((one, other) => one.id.localeCompare(other.id));
        expect(inOrder(back.challenges)).toEqual(inOrder(challenges));
      }),
    ));
});
