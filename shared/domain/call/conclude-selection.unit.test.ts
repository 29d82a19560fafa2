import { describe, expect, it } from 'vitest';
import { by, type World } from '../kernel/testing/given-when-then.ts';
import { Policy } from '../programme/policy.ts';
import { PolicyAdopted } from '../programme/programme.ts';
import { ApplicationStarted, ApplicationSubmitted, DeclaredEligible, DeclaredIneligible } from '../project/application/application.ts';
import { project } from '../project/project.ts';
import { ConsensusRecorded } from '../project/review/consensus.ts';
import { ConflictDeclared, ReviewerAssigned, ReviewSubmitted } from '../project/review/review.ts';
import { ApplicationNotSelected, ApplicationReserved, ApplicationSelected } from '../project/selection/selection.ts';
import { ApplicationRegistered } from '../register/register.ts';
import { reviewGiving } from '../testing/samples.ts';
import { openCall } from '../testing/stories.ts';
import { concludeSelection } from './conclude-selection.ts';
import { SelectionConcluded } from './selection.ts';
import { CallClosed } from './stage.ts';

const administrator = by('administrator');
const SUBMITTED = { at: '2027-02-01T10:00:00Z', requested: 10_000_000 };

/** An application that was handed in; the reviewers give the marks, in this order. */
function apply(world: World, id: string, marks: readonly number[], requested = SUBMITTED.requested): World {
  const reviewers = ['ana', 'bob', 'cleo'];
  const stream = `project-${id}`;
  return world
    .andOn('register-spring', ApplicationRegistered({ application: id }))
    .andOn(stream, ApplicationStarted({ call: 'spring', holder: `holder-${id}` }), ApplicationSubmitted({ requested }))
    .andOn(stream, DeclaredEligible({ reasons: [] }))
    .andOn(stream, ...marks.map((_, index) => ReviewerAssigned({ reviewer: reviewers[index]!, dueOn: '2027-04-09' })))
    .andOn(stream, ...marks.map((mark, index) => ReviewSubmitted({ reviewer: reviewers[index]!, ...reviewGiving(mark) })));
}

const during = openCall.at(SUBMITTED.at);
const close = (world: World) => world.at('2027-03-15T10:00:00Z').of('call-spring').and(CallClosed({}));
const concluding = (world: World) => close(world).when(concludeSelection, administrator, {});

describe('conclude-selection', () => {
  it('decides on the call and on each application at once', async () => {
    const three = apply(apply(apply(during, 'low', [2, 2.5]), 'big', [4, 4], 90_000_000), 'best', [4.5, 4.5]);
    const concluded = await concluding(three).after();
    const decidedOn = (id: string) => concluded.past.findLast(({ stream }) => stream === `project-${id}`)?.decision;
    expect(decidedOn('best')).toEqual(
      ApplicationSelected({
        rank: 1,
        total: 90,
        amount: 10_000_000,
        shares: [
          { funder: 'region', amount: 6_000_000 },
          { funder: 'esf', amount: 4_000_000 },
        ],
      }),
    );
    expect(decidedOn('big')).toEqual(ApplicationReserved({ rank: 2, total: 80, amount: 90_000_000 }));
    expect(decidedOn('low')?.type).toBe(ApplicationNotSelected.type);
    const onCall = concluded.past.findLast(({ stream }) => stream === 'call-spring');
    expect(onCall?.decision.type).toBe(SelectionConcluded.type);
    expect(['best', 'big', 'low'].map((id) => concluded.state(project, `project-${id}`).stage)).toEqual(['selected', 'reserve', 'not-selected']);
  });

  it('tells an application that is not selected what it lacked', async () => {
    const concluded = await concluding(apply(during, 'low', [2, 2.5])).after();
    const { shortfalls } = ApplicationNotSelected.data.parse(concluded.past.at(-1)?.decision.data);
    expect(shortfalls).toContainEqual({ code: 'total', had: 45, needed: 60 });
    expect(shortfalls).toContainEqual({ code: 'floor', of: 'transformation', had: 2.25, needed: 2.5 });
  });

  it('concludes a call that nobody answered', () =>
    concluding(during).decides(
      SelectionConcluded({
        ranking: [],
        envelope: [
          { funder: 'region', amount: 60_000_000, keptBack: 3_000_000, committed: 0 },
          { funder: 'esf', amount: 40_000_000, keptBack: 2_000_000, committed: 0 },
        ],
      }),
    ));

  it('leaves out drafts and what is not eligible', async () => {
    const draft = during
      .andOn('register-spring', ApplicationRegistered({ application: 'draft' }))
      .andOn('project-draft', ApplicationStarted({ call: 'spring', holder: 'dora' }));
    const ineligible = draft
      .andOn('register-spring', ApplicationRegistered({ application: 'outside' }))
      .andOn('project-outside', ApplicationStarted({ call: 'spring', holder: 'olga' }), ApplicationSubmitted({ requested: 1 }))
      .andOn('project-outside', DeclaredIneligible({ reasons: [] }));
    const concluded = await concluding(apply(ineligible, 'best', [4, 4])).after();
    const { ranking } = SelectionConcluded.data.parse(
      concluded.past.find(({ decision }) => decision.type === SelectionConcluded.type)?.decision.data,
    );
    expect(ranking.map(({ application, number }) => ({ application, number }))).toEqual([{ application: 'best', number: 3 }]);
  });

  it('waits until the call has closed', () =>
    apply(during, 'best', [4, 4]).of('call-spring').when(concludeSelection, administrator, {}).refuses('call-not-closed'));

  it('is done once', async () => {
    const concluded = await concluding(apply(during, 'best', [4, 4])).after();
    await concluded.when(concludeSelection, administrator, {}).refuses('call-not-closed');
  });

  it('waits for eligibility', () =>
    concluding(
      during
        .andOn('register-spring', ApplicationRegistered({ application: 'new' }))
        .andOn('project-new', ApplicationStarted({ call: 'spring', holder: 'nora' }), ApplicationSubmitted({ requested: 1 })),
    ).refuses('eligibility-not-assessed', { applications: ['new'] }));

  it('waits for the reviews that the policy asks for', () =>
    concluding(apply(during, 'best', [4])).refuses('reviews-missing', { missing: [{ application: 'best', reviews: 1 }] }));

  it('waits for a third review when two differ by more than 20 points', () =>
    concluding(apply(during, 'split', [4.5, 2])).refuses('reviews-missing', { missing: [{ application: 'split', reviews: 1 }] }));

  it('takes the marks that two reviewers agreed on instead', async () => {
    const agreed = ConsensusRecorded({ agreedBy: ['ana', 'bob'], marks: [...reviewGiving(3.5).marks], comment: 'Read again together.' });
    const concluded = await concluding(apply(during, 'split', [4.5, 2]).andOn('project-split', agreed)).after();
    expect(concluded.past.findLast(({ stream }) => stream === 'project-split')?.decision.data).toMatchObject({ rank: 1, total: 70 });
  });

  it('takes the mean of three then', async () => {
    const concluded = await concluding(apply(during, 'split', [4.5, 2, 4])).after();
    expect(concluded.past.at(-1)?.decision.data).toMatchObject({ rank: 1, total: 70 });
  });

  it('does not count a review whose author declared a conflict of interest afterwards', () =>
    concluding(apply(during, 'best', [4, 4]).andOn('project-best', ConflictDeclared({ reviewer: 'bob', nature: 'financial' }))).refuses(
      'reviews-missing',
    ));

  it('asks for reviews anew when the policy has changed its criteria since', () => {
    const policy = Policy.parse({ rubric: [{ criterion: 'scope', block: 'value', points: 100 }], tieBreak: [] });
    const changed = apply(during, 'best', [4, 4]).andOn(
      'programme-breakthrough',
      PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-02-01', policy }),
    );
    return concluding(changed).refuses('criteria-not-marked', { applications: ['best'] });
  });
});
