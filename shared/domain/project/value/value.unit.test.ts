import { describe, expect, it } from 'vitest';
import { by, type World } from '../../kernel/testing/given-when-then.ts';
import { processView } from '../../process/process-view.ts';
import { Policy } from '../../programme/policy.ts';
import { PolicyAdopted } from '../../programme/programme.ts';
import { inConcept, inInstitutionalisation, inPilot, readyForPilot, signed } from '../../testing/stories.ts';
import { GateDecided, PhaseEntered } from '../phases/phases.ts';
import { project } from '../project.ts';
import { reviewValue } from './review-value.ts';
import { ValueReview, ValueReviewed } from './value.ts';

const hanna = by('hanna');
const review = ValueReview.parse(reviewValue.example);
const valueDue = async (world: World): Promise<string[]> =>
  (await processView('project', 'repair', world.load)).obligations.filter(({ kind }) => kind === 'value-review').map(({ due }) => due.slice(0, 10));

describe('review-value', () => {
  it('records the review in the phase that the project is in', async () => {
    await inConcept.when(reviewValue, hanna, review).decides(ValueReviewed({ ...review, phase: 'concept' }));
    await inPilot.when(reviewValue, hanna, review).decides(ValueReviewed({ ...review, phase: 'pilot' }));
  });

  it('keeps the phases in which value was reviewed, each once', async () => {
    expect(inConcept.state(project).value.reviewed).toEqual([]);
    const concept = ValueReviewed({ ...review, phase: 'concept' });
    const twice = inConcept.and(concept, concept);
    expect(twice.state(project).value.reviewed).toEqual(['concept']);
    expect(twice.and(ValueReviewed({ ...review, phase: 'pilot' })).state(project).value.reviewed).toEqual(['concept', 'pilot']);
  });

  it('is for projects in a phase', async () => {
    await signed.when(reviewValue, hanna, review).refuses('not-in-a-phase', { stage: 'agreement' });
    const leaving = inPilot.and(GateDecided({ outcome: 'exit-with-shared-results', from: 'pilot', reasons: 'Enough.', conditions: [] }));
    await leaving.when(reviewValue, hanna, review).refuses('not-in-a-phase', { stage: 'closing' });
  });

  it.each(['risk', 'extraEffort', 'coBenefits', 'lastingSupport', 'elasticity'] as const)('answers both questions about %s', (point) => {
    const { attention } = review;
    const answered = (partly: object) => reviewValue.data.safeParse({ ...review, attention: { ...attention, [point]: partly } }).success;
    expect(answered(attention[point])).toBe(true);
    expect(answered({ finding: 'The association alone.' })).toBe(false);
    expect(answered({ finding: 'The association alone.', second: ' ' })).toBe(false);
  });

  it('takes value that nobody pays for, and a project that draws on no family yet', () =>
    expect(
      reviewValue.data.safeParse({ ...review, captures: [], produced: [{ dimension: 'cultural', value: 'Songs are kept.', paidFor: 'no' }] }).success,
    ).toBe(true));
});

describe('a value review', () => {
  it('is due from the holder twelve months after the entry into a phase, and again after the last one', async () => {
    expect(await valueDue(inConcept)).toEqual(['2028-06-07']);
    const reviewed = inConcept.at('2027-09-01T10:00:00Z').and(ValueReviewed({ ...review, phase: 'concept' }));
    expect(await valueDue(reviewed)).toEqual(['2028-09-01']);
    const { obligations } = await processView('project', 'repair', reviewed.load);
    expect(obligations.find(({ kind }) => kind === 'value-review')).toMatchObject({ for: { person: 'hanna' } });
    expect(await valueDue(signed)).toEqual([]);
  });

  it('is due 30 days after the SRL review that opens the gate, when that comes earlier', async () => {
    expect(await valueDue(readyForPilot)).toEqual(['2028-01-06']);
    const slow = Policy.parse({ valueBeforeGate: 200 });
    const adopted = inConcept.andOn('programme-breakthrough', PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-06-08', policy: slow }));
    const ready = adopted.at('2027-12-07T10:00:00Z').record(by('ana'), ...readyForPilot.past.slice(inConcept.past.length));
    expect(await valueDue(ready)).toEqual(['2028-06-07']);
  });

  it('that was done in the phase needs no other before the gate', async () => {
    const reviewed = inConcept.and(ValueReviewed({ ...review, phase: 'concept' }));
    const ready = reviewed.at('2027-12-07T10:00:00Z').record(by('ana'), ...readyForPilot.past.slice(inConcept.past.length));
    expect(await valueDue(ready)).toEqual(['2028-06-07']);
  });

  it('of the phase before does not stand for this one', async () => {
    const reviewed = inConcept.and(ValueReviewed({ ...review, phase: 'concept' }));
    const returned = reviewed
      .at('2028-03-01T10:00:00Z')
      .and(
        GateDecided({ outcome: 'passage', from: 'concept', to: 'pilot', reasons: 'Ready.', conditions: [] }),
        PhaseEntered({ phase: 'pilot', by: 'passage' }),
      );
    expect(await valueDue(returned)).toEqual(['2029-03-01']);
    expect(await valueDue(inInstitutionalisation)).toEqual(['2031-01-18']);
  });
});
