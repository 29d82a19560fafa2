import { z } from 'zod';
import { PersonId, ThingId } from '../../kernel/actor.ts';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Cents } from '../../kernel/money.ts';
import { Prose } from '../../kernel/words.ts';
import { Draft } from './content.ts';

/** One reason of an eligibility assessment: what was looked at (admissibility, completeness or eligibility proper) and what was found. */
export const Finding = z.strictObject({ check: z.enum(['admissibility', 'completeness', 'eligibility']), reason: Prose });
const Findings = z.strictObject({ reasons: z.array(Finding).max(20) });

export const ApplicationStarted = decision('application-started', 1, z.strictObject({ call: ThingId, holder: PersonId }));
export const ApplicationRevised = decision('application-revised', 1, Draft);
export const ApplicationSubmitted = decision('application-submitted', 1, z.strictObject({ requested: Cents }));
export const DeclaredEligible = decision('declared-eligible', 1, Findings);
export const DeclaredIneligible = decision('declared-ineligible', 1, Findings);
/** No answer within the legal time: an implied refusal, which an express award may still follow (CRPA L231-4 3°). */
export const SilenceRecorded = decision('silence-recorded', 1, z.strictObject({}));

export interface Application {
  /** The call that it answers, and who applies; empty before it was started. */
  readonly call: string;
  readonly holder: string;
  readonly content: Draft;
  readonly submitted?: Moment;
  readonly requested: number;
  /** True once the legal time to answer was over without an answer. */
  readonly impliedRefusal: boolean;
}

const unwritten: Application = { call: '', holder: '', content: {}, requested: 0, impliedRefusal: false };

export const application = facet(unwritten, [ApplicationStarted, ApplicationRevised, ApplicationSubmitted, SilenceRecorded], {
  'application-started': (all, { call, holder }) => ({ ...all, call, holder }),
  'application-revised': (all, revised) => ({ ...all, content: { ...all.content, ...revised } }),
  'application-submitted': (all, { requested }, happened) => ({ ...all, requested, submitted: momentOf(happened) }),
  'silence-recorded': (all) => ({ ...all, impliedRefusal: true }),
});
