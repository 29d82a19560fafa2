import { describe, expect, it } from 'vitest';
import { by, type World } from '../kernel/testing/given-when-then.ts';
import { Policy } from '../programme/policy.ts';
import { PolicyAdopted } from '../programme/programme.ts';
import { ApplicationStarted, ApplicationSubmitted, DeclaredEligible } from '../project/application/application.ts';
import { type Avis, AvisGiven } from '../project/avis/avis.ts';
import { ReviewerAssigned, ReviewSubmitted } from '../project/review/review.ts';
import { ApplicationNotSelected, ApplicationSelected } from '../project/selection/selection.ts';
import { ApplicationRegistered } from '../register/register.ts';
import { reviewGiving } from '../testing/samples.ts';
import { openCall } from '../testing/stories.ts';
import { concludeSelection } from './conclude-selection.ts';
import { CallClosed } from './stage.ts';

const lease = { reservation: 'lease', text: 'The lease is signed.' };

/** An application that two reviewers give full marks, and the avis of the committee on it, where there is one. */
function apply(world: World, id: string, avis?: Avis): World {
  const stream = `project-${id}`;
  const reservations = avis === 'with-reservations' ? [lease] : [];
  const reviewed = world
    .andOn('register-spring', ApplicationRegistered({ application: id }))
    .andOn(stream, ApplicationStarted({ call: 'spring', holder: `holder-${id}` }), ApplicationSubmitted({ requested: 10_000_000 }))
    .andOn(stream, DeclaredEligible({ reasons: [] }))
    .andOn(stream, ...['ana', 'bob'].map((reviewer) => ReviewerAssigned({ reviewer, dueOn: '2027-04-09' })))
    .andOn(stream, ...['ana', 'bob'].map((reviewer) => ReviewSubmitted({ reviewer, ...reviewGiving(5) })));
  return avis ? reviewed.andOn(stream, AvisGiven({ sitting: 'april', item: id, question: 'selection', avis, reservations })) : reviewed;
}

const during = openCall.at('2027-02-01T10:00:00Z');
const required = during.andOn(
  'programme-breakthrough',
  PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-01-01', policy: Policy.parse({ committee: { avis: 'required' } }) }),
);
const conclude = (world: World) => world.at('2027-03-15T10:00:00Z').of('call-spring').and(CallClosed({})).when(concludeSelection, by('chair'), {});
const decidedOn = (world: World, id: string) => world.past.findLast(({ stream }) => stream === `project-${id}`)?.decision;
const selected = {
  rank: 1,
  total: 100,
  amount: 10_000_000,
  shares: [
    { funder: 'region', amount: 6_000_000 },
    { funder: 'esf', amount: 4_000_000 },
  ],
};

describe('the committee’s opinion on an application', () => {
  it('leaves it not selected where it is unfavourable, whatever its marks', async () => {
    const concluded = await conclude(apply(apply(during, 'against', 'unfavourable'), 'for', 'favourable')).after();
    expect(decidedOn(concluded, 'against')).toEqual(ApplicationNotSelected({ total: 100, shortfalls: [{ code: 'avis', had: 0, needed: 1 }] }));
    expect(decidedOn(concluded, 'for')).toEqual(ApplicationSelected(selected));
  });

  it('selects it with its reservations', async () => {
    const concluded = await conclude(apply(during, 'reserved', 'with-reservations')).after();
    expect(decidedOn(concluded, 'reserved')).toEqual(ApplicationSelected({ ...selected, reservations: [lease] }));
  });

  it('has to be given again before the selection where the committee adjourned', () =>
    conclude(apply(apply(during, 'put-off', 'adjourned'), 'for', 'favourable')).refuses('avis-adjourned', { applications: ['put-off'] }));

  it('may be missing where the policy leaves it to the programme', async () => {
    const concluded = await conclude(apply(during, 'unheard')).after();
    expect(decidedOn(concluded, 'unheard')).toEqual(ApplicationSelected(selected));
  });

  it('has to be there where the policy requires it', async () => {
    await conclude(apply(apply(required, 'unheard'), 'for', 'favourable')).refuses('avis-missing', { applications: ['unheard'] });
    const concluded = await conclude(apply(required, 'for', 'favourable')).after();
    expect(decidedOn(concluded, 'for')).toEqual(ApplicationSelected(selected));
  });
});
