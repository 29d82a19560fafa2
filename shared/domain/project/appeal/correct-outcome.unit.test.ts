import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call } from '../../call/call.ts';
import { AwardReturned, PlacedInReserve, ReserveDrawn, SelectionConcluded } from '../../call/selection.ts';
import { on } from '../../kernel/command.ts';
import { by, type World } from '../../kernel/testing/given-when-then.ts';
import { processView } from '../../process/process-view.ts';
import { Policy } from '../../programme/policy.ts';
import { PolicyAdopted } from '../../programme/programme.ts';
import { appealed, ineligible, inReserve, notSelected, refused, silent } from '../../testing/appeal-stories.ts';
import { reviewGiving } from '../../testing/samples.ts';
import { inReview, selected, shares } from '../../testing/stories.ts';
import { type Avis, AvisGiven } from '../avis/avis.ts';
import { decideFunding } from '../funding/decide-funding.ts';
import { FundingGranted } from '../funding/funding.ts';
import { project } from '../project.ts';
import { ConflictDeclared, ReviewerAssigned, ReviewSubmitted } from '../review/review.ts';
import { ApplicationNotSelected, ApplicationReserved, ApplicationSelected } from '../selection/selection.ts';
import { type Appealable, AppealDecided, AppealLodged, AppealWindowClosed, OutcomeCorrected } from './appeal.ts';
import { correctOutcome } from './correct-outcome.ts';
import { placeApplication } from './place-application.ts';

const director = by('director');
const MAY = '2027-05-10T10:00:00Z';
const reasons = 'The appeal was upheld.';

/** An appeal against what stands was lodged and upheld. */
const upheld = (world: World, against: Appealable, decision: string) =>
  world
    .at('2027-05-03T10:00:00Z')
    .and(
      AppealLodged({ against, decision, grounds: 'It was there.', attachments: [] }),
      AppealDecided({ against, decision, outcome: 'upheld', reasons }),
    )
    .at(MAY);
const ineligibleUpheld = upheld(ineligible, 'ineligible', 'project-repair@4');
const missed = upheld(notSelected, 'not-selected', 'project-repair@6');
const declined = upheld(refused, 'refused', 'project-repair@7');
const conflict = ConflictDeclared({ reviewer: 'ana', nature: 'family', touches: [], reopens: 'review' });
/** The call has committed so much of the 600,000 euros of the Region and the 400,000 of the ESF+. */
const spent = (world: World, region: number, esf: number) =>
  world.andOn(
    'call-spring',
    SelectionConcluded({
      ranking: [],
      envelope: [
        { funder: 'region', amount: 60_000_000, keptBack: 3_000_000, committed: region },
        { funder: 'esf', amount: 40_000_000, keptBack: 2_000_000, committed: esf },
      ],
    }),
  );
const correcting = (to: 'eligible' | 'selected' | 'not-selected') => ({ to, reasons });
const kindsDue = async (world: World) => (await processView('project', 'repair', world.load)).obligations.map(({ kind }) => kind);

describe('correct-outcome', () => {
  it('finds eligible what was found not eligible, from the day of that decision on, which stays readable', async () => {
    const asked = ineligibleUpheld.when(correctOutcome, director, correcting('eligible'));
    const corrected = OutcomeCorrected({ corrects: 'project-repair@4', to: 'eligible', because: 'appeal', reasons, from: MAY, shares: [] });
    await asked.decides(corrected);
    const after = await asked.after();
    expect(after.past.at(-1)).toMatchObject({ decision: corrected, at: '2027-03-08T10:00:00Z' });
    expect(after.past.map(({ decision }) => decision.type)).toContain('declared-ineligible');
    expect(after.state(project).stage).toBe('in-review');
    expect(after.now).toBe(MAY);
  });

  it('begins the examination anew on its own day: reviewers, answer and notification count from there', async () => {
    const after = await ineligibleUpheld.when(correctOutcome, director, correcting('eligible')).after();
    const { obligations } = await processView('project', 'repair', after.load);
    const dueOn = (kind: string) => obligations.find((owed) => owed.kind === kind)?.due;
    expect(dueOn('assign-reviewers')).toBe('2027-05-20T22:00:00Z');
    expect(dueOn('answer-before-silence')).toBe('2027-07-10T22:00:00Z');
    expect(dueOn('notify-outcome')).toBe('2027-05-25T22:00:00Z');
    expect(obligations.map(({ kind }) => kind)).not.toContain('correct-outcome');
  });

  it('selects what was not selected, with money of the envelope that was kept back', async () => {
    const full = spent(missed, 54_000_000, 36_000_000);
    const asked = full.when(correctOutcome, director, correcting('selected'));
    await asked.decides(
      OutcomeCorrected({ corrects: 'project-repair@6', to: 'selected', because: 'appeal', reasons, from: MAY, shares }),
      on('call-spring', ReserveDrawn({ application: 'repair', shares, from: MAY })),
    );
    const after = await asked.after();
    expect(after.state(call, 'call-spring').committed).toEqual({ region: 60_000_000, esf: 40_000_000 });
    expect(after.state(project)).toMatchObject({ stage: 'selected', selected: { moment: { at: MAY }, shares } });
    const { obligations } = await processView('project', 'repair', after.load);
    expect(obligations.filter(({ kind }) => kind === 'decide-funding').map(({ due }) => due)).toEqual([
      '2027-07-09T22:00:00Z',
      '2027-07-09T22:00:00Z',
    ]);
  });

  it('never beyond what a funder put into the call', () =>
    spent(missed, 54_000_001, 0)
      .when(correctOutcome, director, correcting('selected'))
      .refuses('envelope-exhausted', { funder: 'region', needed: 6_000_000, left: 5_999_999 }));

  it('asks the funders again where one had declined, for the shares that they were asked for', async () => {
    const after = await declined.when(correctOutcome, director, correcting('selected')).after();
    const { stage, funding, selected: again } = after.state(project);
    expect([stage, funding.decided, again?.shares]).toEqual(['selected', {}, shares]);
    const granted = await after.when(decideFunding, by('officer'), { funder: 'esf', outcome: 'granted' }).after();
    expect(granted.past.at(-1)?.decision).toEqual(FundingGranted({ funder: 'esf', amount: 4_000_000 }));
  });

  it('takes an application off the reserve list when it selects it', async () => {
    const listed = upheld(inReserve, 'reserve', 'project-repair@6').andOn(
      'call-spring',
      PlacedInReserve({ application: 'repair', rank: 4, total: 71, requested: 10_000_000 }),
    );
    expect(listed.state(call, 'call-spring').reserve.waiting).toHaveLength(1);
    const after = await listed.when(correctOutcome, director, correcting('selected')).after();
    expect(after.state(call, 'call-spring').reserve.waiting).toEqual([]);
    expect(after.state(call, 'call-spring').reserve.changed?.at).toBe(MAY);
  });

  it('follows from an appeal that was upheld, or from a conflict of interest, and is done once', async () => {
    await notSelected.when(correctOutcome, director, correcting('selected')).refuses('nothing-to-correct', { stage: 'not-selected' });
    await appealed.when(correctOutcome, director, correcting('eligible')).refuses('nothing-to-correct');
    await silent.when(correctOutcome, director, correcting('eligible')).refuses('nothing-to-correct');
    const once = await missed.when(correctOutcome, director, correcting('selected')).after();
    await once.when(correctOutcome, director, correcting('selected')).refuses('nothing-to-correct');
  });

  it('has nothing to correct once the outcome is final, or another one took its place', async () => {
    const final = notSelected.and(conflict, AppealWindowClosed({ decision: 'project-repair@6', outcome: 'not-selected', lastDay: '2027-06-21' }));
    await final.when(correctOutcome, director, correcting('selected')).refuses('nothing-to-correct');
    const promoted = upheld(inReserve, 'reserve', 'project-repair@6').and(ApplicationSelected({ rank: 4, total: 71, amount: 10_000_000, shares }));
    await promoted.when(correctOutcome, director, correcting('not-selected')).refuses('nothing-to-correct');
    expect(await kindsDue(promoted)).not.toContain('correct-outcome');
  });

  it.each([
    ['a project that was not eligible', ineligibleUpheld, 'selected'],
    ['a selection that was missed', missed, 'eligible'],
    ['a selection that was missed', missed, 'not-selected'],
    ['a funder that declined', declined, 'not-selected'],
  ] as const)('decides what follows: %s is not corrected to “%s”', (_, world, to) =>
    world.when(correctOutcome, director, correcting(to)).refuses('correction-does-not-follow', { to }),
  );

  it('is not for the holder, nor for whoever took the decision', async () => {
    await missed.when(correctOutcome, by('hanna'), correcting('selected')).refuses('not-by-the-holder');
    await missed.when(correctOutcome, by('administrator'), correcting('selected')).refuses('decided-by-the-same-person');
  });
});

describe('a correction after a late conflict of interest', () => {
  it('can take a selection back before the award: the money returns to the envelope, and the conflict is settled', async () => {
    const biased = selected.at(MAY).and(conflict);
    const asked = biased.when(correctOutcome, director, correcting('not-selected'));
    await asked.decides(
      OutcomeCorrected({ corrects: 'project-repair@6', to: 'not-selected', because: 'conflict', reasons, from: MAY, shares: [] }),
      on('call-spring', AwardReturned({ application: 'repair', shares, because: 'corrected' })),
    );
    const after = await asked.after();
    expect(after.state(call, 'call-spring').committed).toEqual({ region: 0, esf: 0 });
    const { stage, selected: gone, conflicts } = after.state(project);
    expect([stage, gone, conflicts.ana?.reopens]).toEqual(['not-selected', undefined, undefined]);
    expect(await kindsDue(after)).toEqual(['notify-outcome']);
  });

  it('can select from the reserve list, or take off it', async () => {
    const biased = inReserve.at(MAY).and(conflict);
    expect((await biased.when(correctOutcome, director, correcting('selected')).after()).state(project).stage).toBe('selected');
    await biased
      .when(correctOutcome, director, correcting('not-selected'))
      .decides(
        OutcomeCorrected({ corrects: 'project-repair@6', to: 'not-selected', because: 'conflict', reasons, from: MAY, shares: [] }),
        on('call-spring', AwardReturned({ application: 'repair', shares: [], because: 'corrected' })),
      );
  });

  it('does not turn a selection into another one', () =>
    selected.and(conflict).when(correctOutcome, director, correcting('selected')).refuses('correction-does-not-follow', { outcome: 'selected' }));
});

describe('place-application', () => {
  const lease = { reservation: 'lease', text: 'The lease is signed.' };
  const eligible = spent(ineligibleUpheld, 40_000_000, 30_000_000).when(correctOutcome, director, correcting('eligible')).after();
  const reviewed = async (mark: number) =>
    (await eligible).and(
      ...['ana', 'bob'].map((reviewer) => ReviewerAssigned({ reviewer, dueOn: '2027-06-10' })),
      ...['ana', 'bob'].map((reviewer) => ReviewSubmitted({ ...reviewGiving(mark), reviewer })),
    );
  const at = '2027-06-14T10:00:00Z';

  it('selects what reaches the thresholds, where the envelope has room', async () => {
    const placing = (await reviewed(4)).at(at).when(placeApplication, director, {});
    await placing.decides(
      ApplicationSelected({ rank: 1, total: 80, amount: 10_000_000, shares }),
      on('call-spring', ReserveDrawn({ application: 'repair', shares, from: at })),
    );
    await (await placing.after()).when(placeApplication, director, {}).refuses('application-not-to-place', { stage: 'selected' });
  });

  it('puts it in reserve where there is no room, for the next money that comes back', async () => {
    const full = (await reviewed(4)).andOn(
      'call-spring',
      ReserveDrawn({ application: 'other', shares: [{ funder: 'esf', amount: 10_000_000 }], from: MAY }),
    );
    const placing = full.when(placeApplication, director, {});
    await placing.decides(
      ApplicationReserved({ rank: 1, total: 80, amount: 10_000_000 }),
      on('call-spring', PlacedInReserve({ application: 'repair', rank: 1, total: 80, requested: 10_000_000 })),
    );
    const { waiting } = (await placing.after()).state(call, 'call-spring').reserve;
    expect(waiting).toMatchObject([{ application: 'repair', rank: 1 }]);
  });

  it('does not select below the thresholds', async () => {
    const placed = await (await reviewed(2)).when(placeApplication, director, {}).after();
    expect(placed.past.at(-1)?.decision).toMatchObject({ type: ApplicationNotSelected.type, data: { total: 40 } });
  });

  it('ranks it among those of the call that were reviewed', async () => {
    const better = ['ana', 'bob'].map((reviewer) => ReviewSubmitted({ ...reviewGiving(4.5), reviewer }));
    const world = (await reviewed(4))
      .andOn('register-spring', { type: 'application-registered', version: 1, data: { application: 'best' } })
      .andOn('project-best', ...inReview.past.filter(({ stream }) => stream === 'project-repair').map(({ decision }) => decision), ...better);
    const placed = await world.when(placeApplication, director, {}).after();
    expect(placed.past.findLast(({ stream }) => stream === 'project-repair')?.decision.data).toMatchObject({ rank: 2, total: 80 });
  });

  it('follows the committee’s opinion, as the selection does', async () => {
    const heard = async (avis: Avis) => {
      const reservations = avis === 'with-reservations' ? [lease] : [];
      return (await reviewed(4)).and(AvisGiven({ sitting: 'june', item: 'one', question: 'selection', avis, reservations })).at(at);
    };
    await (await heard('unfavourable'))
      .when(placeApplication, director, {})
      .decides(ApplicationNotSelected({ total: 80, shortfalls: [{ code: 'avis', had: 0, needed: 1 }] }));
    const reserved = await (await heard('with-reservations')).when(placeApplication, director, {}).after();
    expect(reserved.state(project).selected?.reservations).toEqual([lease]);
    await (await heard('adjourned')).when(placeApplication, director, {}).refuses('avis-adjourned', { applications: ['repair'] });
    const policy = Policy.parse({ committee: { avis: 'required' } });
    const required = PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-01-01', policy });
    const unheard = (await reviewed(4)).andOn('programme-breakthrough', required).at(at);
    await unheard.when(placeApplication, director, {}).refuses('avis-missing', { applications: ['repair'] });
    const favourable = (await heard('favourable')).andOn('programme-breakthrough', required);
    expect((await favourable.when(placeApplication, director, {}).after()).state(project).stage).toBe('selected');
  });

  it('is for what a correction found eligible after the call was concluded', async () => {
    await inReview.when(placeApplication, director, {}).refuses('application-not-to-place', { stage: 'in-review' });
    const running = await ineligibleUpheld.when(correctOutcome, director, correcting('eligible')).after();
    await running.when(placeApplication, director, {}).refuses('application-not-to-place');
    await spent(inReview, 0, 0).when(placeApplication, director, {}).refuses('application-not-to-place');
  });

  it('waits for the reviews, and is not for the holder', async () => {
    await (await eligible).when(placeApplication, director, {}).refuses('reviews-missing', { missing: [{ application: 'repair', reviews: 2 }] });
    await (await reviewed(4)).when(placeApplication, by('hanna'), {}).refuses('not-by-the-holder');
  });

  it('asks for marks of every criterion that the policy has by then', async () => {
    const partly = (await eligible).and(
      ...['ana', 'bob'].map((reviewer) =>
        ReviewSubmitted({ ...reviewGiving(4), marks: [{ criterion: 'novelty', mark: 4, reason: 'New.' }], reviewer }),
      ),
    );
    await partly.when(placeApplication, director, {}).refuses('criteria-not-marked', { applications: ['repair'] });
  });
});

describe('whatever was committed before', () => {
  it('a correction never takes a funder beyond what it put into the call, and is refused only where it would', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 60_000_000 }), fc.integer({ min: 0, max: 40_000_000 }), async (region, esf) => {
        const asked = spent(missed, region, esf).when(correctOutcome, director, correcting('selected'));
        const fits = region + 6_000_000 <= 60_000_000 && esf + 4_000_000 <= 40_000_000;
        if (!fits) return asked.refuses('envelope-exhausted');
        const { committed } = (await asked.after()).state(call, 'call-spring');
        expect(committed).toEqual({ region: region + 6_000_000, esf: esf + 4_000_000 });
      }),
      { seed: 20_270_104 },
    ));
});
