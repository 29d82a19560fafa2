import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { decision, type Moment, momentOf } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';

/** A sitting of the committee was convened to this call, or called off again: placed here by the sitting's own commands. */
export const CommitteeConvened = decision('committee-convened', 1, z.strictObject({ sitting: ThingId }));
export const CommitteeCalledOff = decision('committee-called-off', 1, z.strictObject({ sitting: ThingId }));

/** The sittings convened to the call, and the decision by which the last one was called off. */
export interface Committee {
  readonly sittings: readonly string[];
  readonly calledOff?: Moment;
}

export const committee = facet({ sittings: [] } as Committee, [CommitteeConvened, CommitteeCalledOff], {
  'committee-convened': (all, { sitting }) => ({ ...all, sittings: [...all.sittings, sitting] }),
  'committee-called-off': (all, { sitting }, happened) => ({
    sittings: all.sittings.filter((one) => one !== sitting),
    calledOff: momentOf(happened),
  }),
});
