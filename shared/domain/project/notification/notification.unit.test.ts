import { describe, expect, it } from 'vitest';
import { by, theProcess, type World } from '../../kernel/testing/given-when-then.ts';
import { processView } from '../../process/process-view.ts';
import { Policy } from '../../programme/policy.ts';
import { PolicyAdopted } from '../../programme/programme.ts';
import { ineligible, inReserve, notSelected, refused, remedies, toldIneligible } from '../../testing/appeal-stories.ts';
import { awarded, inReview, selected, signed, submitted } from '../../testing/stories.ts';
import { project } from '../project.ts';
import { ApplicationSelected } from '../selection/selection.ts';
import { notifyOutcome } from './notify-outcome.ts';
import { OutcomeNotified } from './outcome.ts';

const administrator = by('administrator');
const refusal = { outcome: 'not-selected', reasons: '54 points of the 60 that are asked for.' } as const;
const due = async (world: World) => (await processView('project', 'repair', world.load)).obligations.filter(({ kind }) => kind === 'notify-outcome');

describe('notify-outcome', () => {
  it('opens two months to appeal where the remedies are stated; neither the first day nor the last counts', () =>
    notSelected
      .when(notifyOutcome, administrator, { ...refusal, remedies })
      .decides(OutcomeNotified({ ...refusal, remedies, decision: 'project-repair@6', appealUntil: '2027-06-21' })));

  it('opens a year where they are not', () =>
    notSelected
      .when(notifyOutcome, administrator, refusal)
      .decides(OutcomeNotified({ ...refusal, decision: 'project-repair@6', appealUntil: '2028-04-21' })));

  it('counts from the day of the notification, not of the decision, and by the policy then in force', () => {
    const policy = Policy.parse({ appeal: { window: 'P1M' } });
    return notSelected
      .andOn('programme-breakthrough', PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-05-01', policy }))
      .at('2027-05-10T10:00:00Z')
      .when(notifyOutcome, theProcess, { ...refusal, remedies })
      .decides(OutcomeNotified({ ...refusal, remedies, decision: 'project-repair@6', appealUntil: '2027-06-11' }));
  });

  it.each([
    ['not eligible', ineligible, 'ineligible'],
    ['on the reserve list', inReserve, 'reserve'],
    ['refused by a funder', refused, 'refused'],
  ] as const)('tells one that is %s', async (_, world, outcome) => {
    await world.when(notifyOutcome, administrator, { outcome }).refuses('reasons-missing');
    const told = await world.when(notifyOutcome, administrator, { outcome, reasons: 'As found.' }).after();
    expect(told.state(project).outcome.current).toMatchObject({ kind: outcome, notified: { appealUntil: expect.any(String) } });
  });

  it.each([
    ['selected', selected, 'project-repair@6'],
    ['awarded', awarded, 'project-repair@9'],
  ] as const)('tells good news without reasons, and without a time to appeal: %s', (outcome, world, decision) =>
    world.when(notifyOutcome, administrator, { outcome }).decides(OutcomeNotified({ outcome, decision })),
  );

  it('tells what stands, and nothing else', () =>
    notSelected.when(notifyOutcome, administrator, { ...refusal, outcome: 'reserve' }).refuses('outcome-not-current', { current: 'not-selected' }));

  it('is done once for each outcome', async () => {
    const told = notSelected.and(OutcomeNotified({ ...refusal, decision: 'project-repair@6', appealUntil: '2027-06-21' }));
    await told.when(notifyOutcome, administrator, refusal).refuses('nothing-to-notify', { stage: 'not-selected' });
    const promoted = inReserve
      .and(OutcomeNotified({ outcome: 'reserve', reasons: 'As found.', decision: 'project-repair@6', appealUntil: '2027-06-21' }))
      .and(ApplicationSelected({ rank: 4, total: 71, amount: 10_000_000, shares: [{ funder: 'region', amount: 10_000_000 }] }));
    await promoted
      .when(notifyOutcome, administrator, { outcome: 'selected' })
      .decides(OutcomeNotified({ outcome: 'selected', decision: 'project-repair@8' }));
  });

  it('waits for an outcome', () => inReview.when(notifyOutcome, administrator, refusal).refuses('nothing-to-notify', { stage: 'in-review' }));

  it('is not for the holder', () => notSelected.when(notifyOutcome, by('hanna'), refusal).refuses('not-by-the-holder'));
});

describe('telling the holder', () => {
  it('is due 15 days after the decision, until it is done', async () => {
    expect(await due(submitted)).toEqual([]);
    expect(await due(ineligible)).toMatchObject([{ for: { role: 'administrator' }, due: '2027-03-23T23:00:00Z' }]);
    expect(await due(toldIneligible)).toEqual([]);
  });

  it('is due for the award, until the agreement is signed', async () => {
    expect(await due(awarded)).toMatchObject([{ due: '2027-05-18T22:00:00Z' }]);
    expect(await due(signed)).toEqual([]);
  });
});
