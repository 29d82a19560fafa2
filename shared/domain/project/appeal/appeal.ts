import { z } from 'zod';
import { When } from '../../call/hours.ts';
import { ThingId } from '../../kernel/actor.ts';
import { Attachment } from '../../kernel/attachment.ts';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Instant } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { Share } from '../../programme/shares.ts';

const DecisionId = z.string().min(1).max(300);

/** What an applicant can appeal against. `silence` is the refusal that two months without an answer imply. */
export const Appealable = z.enum(['ineligible', 'not-selected', 'reserve', 'refused', 'silence']);
export type Appealable = z.output<typeof Appealable>;

/** A recours gracieux: the applicant asks the authority to look again at its own decision. */
export const AppealLodged = decision(
  'appeal-lodged',
  1,
  z.strictObject({ against: Appealable, decision: DecisionId, grounds: Prose, attachments: z.array(Attachment).max(20) }),
);
export const AppealDecided = decision(
  'appeal-decided',
  1,
  z.strictObject({ against: Appealable, decision: DecisionId, outcome: z.enum(['upheld', 'rejected']), reasons: Prose }),
);
/** Nobody answered the appeal in time: an implied rejection (CJA R421-2), which an express answer may still follow. */
export const AppealSilenceRecorded = decision('appeal-silence-recorded', 1, z.strictObject({ decision: DecisionId }));

/**
 * What should have been decided in the first place. On the record it takes effect with the decision that it corrects, which stays readable;
 * money moves, and days are counted, from `from`.
 */
export const OutcomeCorrected = decision(
  'outcome-corrected',
  1,
  z.strictObject({
    /** The decision in whose place this one is. */
    corrects: DecisionId,
    to: z.enum(['eligible', 'selected', 'not-selected']),
    because: z.enum(['appeal', 'conflict']),
    reasons: Prose,
    from: Instant,
    /** What each funder bears, for a selected one. */
    shares: z.array(Share),
  }),
);
/** The time to appeal is over: the outcome is final, and the file is closed. */
export const AppealWindowClosed = decision('appeal-window-closed', 1, z.strictObject({ decision: DecisionId, outcome: ThingId, lastDay: When }));

export interface Appeal {
  readonly lodged: Moment;
  readonly against: Appealable;
  /** The decision that is appealed against. */
  readonly decision: string;
  readonly answered?: Moment & { readonly outcome: 'upheld' | 'rejected' | 'implied-rejection' };
  /** True once what was upheld is corrected. */
  readonly corrected?: true;
}

const types = [AppealLodged, AppealDecided, AppealSilenceRecorded, OutcomeCorrected] as const;

/** The appeal lodged last, absent while there is none. */
export const appeal = facet(undefined as Appeal | undefined, types, {
  'appeal-lodged': (_, { against, decision: appealed }, happened) => ({ lodged: momentOf(happened), against, decision: appealed }),
  'appeal-decided': (appeal, { outcome }, happened) => appeal && { ...appeal, answered: { ...momentOf(happened), outcome } },
  'appeal-silence-recorded': (appeal, _, happened) => appeal && { ...appeal, answered: { ...momentOf(happened), outcome: 'implied-rejection' } },
  'outcome-corrected': (appeal) => appeal && { ...appeal, corrected: true },
});
