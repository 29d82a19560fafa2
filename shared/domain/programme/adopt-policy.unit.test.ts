import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { by } from '../kernel/testing/given-when-then.ts';
import { programmeStory } from '../testing/stories.ts';
import { adoptPolicy } from './adopt-policy.ts';
import { draftPolicy } from './draft-policy.ts';
import { PolicyAdopted, PolicyDrafted, PolicyDraftWithdrawn } from './drafts.ts';
import { Policy } from './policy.ts';
import { policyInForce, programme } from './programme.ts';
import { firstPolicy } from './testing/first-policy.ts';
import { withdrawPolicyDraft } from './withdraw-policy-draft.ts';

const administrator = by('administrator');
const second = by('alma');
const weekly = Policy.parse({ reminders: [7] });
const monthly = Policy.parse({ reminders: [30] });
/** Drafted by the administrator. */
const drafted = programmeStory.and(PolicyDrafted({ draft: 1, policy: weekly }));
const adoption = { draft: 1, inForceFrom: '2027-02-01' };
const adopted = PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-02-01', policy: weekly, draft: 1 });
const withdrawal = { draft: 1, reasons: 'Too many reminders.' };

describe('draft-policy', () => {
  it('numbers a new draft, and fills what it leaves out with the defaults', () =>
    programmeStory.when(draftPolicy, administrator, { policy: { reminders: [7] } }).decides(PolicyDrafted({ draft: 1, policy: weekly })));

  it('never uses a number again, not even that of a draft given up', () =>
    drafted
      .and(PolicyDraftWithdrawn(withdrawal))
      .when(draftPolicy, administrator, { policy: monthly })
      .decides(PolicyDrafted({ draft: 2, policy: monthly })));

  it('replaces a draft that is open', async () => {
    const replaced = await drafted.when(draftPolicy, second, { draft: 1, policy: monthly }).after();
    expect(replaced.state(programme).drafts[1]).toEqual({ policy: monthly, by: second, stage: 'open' });
  });

  it('refuses to replace a draft that there is not', () =>
    drafted.when(draftPolicy, administrator, { draft: 2, policy: monthly }).refuses('policy-draft-unknown', { draft: 2 }));

  it('refuses to replace one that was adopted', () =>
    drafted.and(adopted).when(draftPolicy, administrator, { draft: 1, policy: monthly }).refuses('policy-draft-settled', { draft: 1 }));
});

describe('withdraw-policy-draft', () => {
  it('gives a draft up', async () => {
    const asked = drafted.when(withdrawPolicyDraft, administrator, withdrawal);
    await asked.decides(PolicyDraftWithdrawn(withdrawal));
    expect((await asked.after()).state(programme).drafts[1]?.stage).toBe('withdrawn');
  });

  it('refuses one that there is not', () => programmeStory.when(withdrawPolicyDraft, administrator, withdrawal).refuses('policy-draft-unknown'));

  it('refuses one that was given up already', () =>
    drafted.and(PolicyDraftWithdrawn(withdrawal)).when(withdrawPolicyDraft, administrator, withdrawal).refuses('policy-draft-settled'));
});

describe('adopt-policy', () => {
  it('takes effect on its day and not before', async () => {
    const asked = drafted.when(adoptPolicy, second, adoption);
    await asked.decides(adopted);
    const state = (await asked.after()).state(programme);
    expect(policyInForce(state, '2027-01-31T22:59:59Z').policyVersion).toBe(0);
    expect(policyInForce(state, '2027-01-31T23:00:00Z')).toMatchObject({ policyVersion: 1, policy: { reminders: [7] } });
    expect(state.drafts[1]?.stage).toBe('adopted');
  });

  it('is not for whoever wrote the draft', () =>
    drafted.when(adoptPolicy, administrator, adoption).refuses('policy-drafted-by-same-person', { draft: 1 }));

  it('is not for whoever replaced it, and for its first author then', async () => {
    const replaced = await drafted.when(draftPolicy, second, { draft: 1, policy: monthly }).after();
    await replaced.when(adoptPolicy, second, adoption).refuses('policy-drafted-by-same-person');
    await replaced.when(adoptPolicy, administrator, adoption).decides(PolicyAdopted({ ...adopted.data, policy: monthly }));
  });

  it('brings in an earlier adoption as it was, whoever took it', () =>
    drafted.when(adoptPolicy, { kind: 'import', id: 'administrator' }, adoption).decides(adopted));

  it('refuses a draft that there is not', () => programmeStory.when(adoptPolicy, second, adoption).refuses('policy-draft-unknown', { draft: 1 }));

  it('refuses a draft that was adopted or given up', async () => {
    await drafted.and(adopted).when(adoptPolicy, second, adoption).refuses('policy-draft-settled');
    await drafted.and(PolicyDraftWithdrawn(withdrawal)).when(adoptPolicy, second, adoption).refuses('policy-draft-settled');
  });

  it('takes effect the same day at the earliest', async () => {
    await drafted
      .when(adoptPolicy, second, { ...adoption, inForceFrom: '2027-01-03' })
      .refuses('policy-takes-effect-in-the-past', { inForceFrom: '2027-01-03', today: '2027-01-04' });
    await drafted
      .when(adoptPolicy, second, { ...adoption, inForceFrom: '2027-01-04' })
      .decides(PolicyAdopted({ ...adopted.data, inForceFrom: '2027-01-04' }));
  });

  it('takes effect with the one adopted last at the earliest', async () => {
    const next = drafted.and(adopted, PolicyDrafted({ draft: 2, policy: monthly }));
    await next.when(adoptPolicy, second, { draft: 2, inForceFrom: '2027-01-31' }).refuses('policy-before-the-one-adopted', { latest: '2027-02-01' });
    await next
      .when(adoptPolicy, second, { draft: 2, inForceFrom: '2027-02-01' })
      .decides(PolicyAdopted({ policyVersion: 2, inForceFrom: '2027-02-01', policy: monthly, draft: 2 }));
  });
});

const defaultDays = Policy.parse({}).days;
const withoutPreparation = ({ gatePreparation: _, ...days }: typeof defaultDays) => days;

describe('a policy adopted before there were drafts', () => {
  const happened = { at: '2026-01-01T09:00:00Z', by: administrator, id: 'd-1' };
  const stored = (policy: object) => ({ type: 'policy-adopted', version: 1, data: { policyVersion: 3, inForceFrom: '2026-01-01', policy } });
  const raised = (policy: object) => programme.evolve(programme.initial, stored(policy), happened).policies[0]!;

  it('is read with the defaults for all that it could not say', () =>
    expect(raised(firstPolicy)).toEqual({ policyVersion: 3, inForceFrom: '2026-01-01', policy: Policy.parse({}) }));

  it('keeps what it said, whatever that was', () =>
    fc.assert(
      fc.property(
        fc.record({
          reminders: fc.array(fc.nat({ max: 3660 })),
          days: fc.record({ ...Object.fromEntries(Object.entries(firstPolicy.days).map(([name, days]) => [name, fc.constantFrom(days)])) }),
          envelopeReserve: fc.nat({ max: 10_000 }),
          gates: fc.record({
            pilot: fc.record({ consolidated: fc.nat({ max: 9 }), reached: fc.nat({ max: 9 }) }),
            institutionalisation: fc.constant({ consolidated: 6, reached: 7 }),
          }),
        }),
        (said) => {
          const { policy } = raised({ ...firstPolicy, ...said });
          expect(policy).toMatchObject(said);
          expect(policy).toEqual(Policy.parse({ ...said, days: policy.days }));
        },
      ),
    ));

  it('is given what policies have learned to say since, in every part and every shape in which one is held', () => {
    const { chairSettlesTies: _, checks, ...rest } = Policy.parse({ days: { ...defaultDays, gate: 20 } });
    const { controlPeriod: __, ...before } = { ...checks, answer: 45 };
    const older = { ...rest, checks: before, days: withoutPreparation(rest.days) };
    const adopted = { type: 'policy-adopted', version: 2, data: { policyVersion: 3, inForceFrom: '2026-01-01', policy: older, draft: 1 } };
    const draft = { type: 'policy-drafted', version: 1, data: { draft: 1, policy: older } };
    const expected = { chairSettlesTies: true, checks: { ...checks, answer: 45 }, days: { gate: 20, gatePreparation: 30 } };
    expect(programme.evolve(programme.initial, adopted, happened).policies[0]?.policy).toMatchObject(expected);
    expect(programme.evolve(programme.initial, draft, happened).drafts[1]?.policy).toMatchObject(expected);
  });

  it('takes a list whole: none of the default’s reminders come back', () =>
    expect(raised({ ...firstPolicy, reminders: [2], tieBreak: [] }).policy).toMatchObject({ reminders: [2], tieBreak: [] }));

  it('stops at what is no policy', () => expect(() => raised({ ...firstPolicy, reminders: 'often' })).toThrow());
});
