import { z } from 'zod';
import { PersonId, ThingId } from '../../kernel/actor.ts';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Cents } from '../../kernel/money.ts';
import { Prose } from '../../kernel/words.ts';
import { ProjectTransferred } from '../agreement/agreement.ts';
import { AppealDecided, OutcomeCorrected } from '../appeal/appeal.ts';
import { mergeAnswers } from './answers.ts';
import { Draft } from './content.ts';

/** One reason of an eligibility assessment: what was looked at (admissibility, completeness or eligibility proper) and what was found. */
export const Finding = z.strictObject({ check: z.enum(['admissibility', 'completeness', 'eligibility']), reason: Prose });
const Findings = z.strictObject({ reasons: z.array(Finding).max(20) });

export const ApplicationStarted = decision('application-started', 1, z.strictObject({ call: ThingId, holder: PersonId }));
/** `supplement` is the number of the request for missing pieces under which it was revised after it was handed in. */
export const ApplicationRevised = decision('application-revised', 1, Draft.extend({ supplement: z.int().min(1).optional() }));
export const ApplicationSubmitted = decision('application-submitted', 1, z.strictObject({ requested: Cents }));
export const DeclaredEligible = decision('declared-eligible', 1, Findings);
export const DeclaredIneligible = decision('declared-ineligible', 1, Findings);
/** No answer within the legal time: an implied refusal, which an express award may still follow (CRPA L231-4 3°). */
export const SilenceRecorded = decision('silence-recorded', 1, z.strictObject({}));
/** The applicant withdrew (désistement): the project ends here. */
export const ApplicationWithdrawn = decision(
  'application-withdrawn',
  1,
  z.strictObject({ outcome: z.literal('withdrawn'), reasons: Prose.optional() }),
);

export interface Application {
  /** The call that it answers, and who applies; empty before it was started. */
  readonly call: string;
  readonly holder: string;
  readonly content: Draft;
  /** How often it was revised, and the request for missing pieces under which it last was, if it was. */
  readonly revision: { readonly number: number; readonly supplement?: number };
  readonly submitted?: Moment;
  readonly requested: number;
  /** True once the legal time to answer was over without an answer. */
  readonly impliedRefusal: boolean;
  /** When its examination began anew, after an appeal against a silence or a correction: the time to answer counts from here. */
  readonly reopened?: Moment;
}

const unwritten: Application = { call: '', holder: '', content: {}, revision: { number: 0 }, requested: 0, impliedRefusal: false };

export const application = facet(
  unwritten,
  [ApplicationStarted, ApplicationRevised, ApplicationSubmitted, SilenceRecorded, AppealDecided, OutcomeCorrected, ProjectTransferred],
  {
    'application-started': (all, { call, holder }) => ({ ...all, call, holder }),
    'application-revised': (all, { supplement, ...revised }) => ({
      ...all,
      content: { ...all.content, ...revised, ...(revised.answers && { answers: mergeAnswers(all.content.answers, revised.answers) }) },
      revision: { number: all.revision.number + 1, ...(supplement !== undefined && { supplement }) },
    }),
    'application-submitted': (all, { requested }, happened) => ({ ...all, requested, submitted: momentOf(happened) }),
    'silence-recorded': (all) => ({ ...all, impliedRefusal: true }),
    'project-transferred': (all, { holder }) => ({ ...all, holder }),
    'appeal-decided': (all, { outcome, against }, happened) =>
      outcome === 'upheld' && against === 'silence' ? { ...all, impliedRefusal: false, reopened: momentOf(happened) } : all,
    'outcome-corrected': (all, { from }, { id }) => ({ ...all, impliedRefusal: false, reopened: { at: from, id } }),
  },
);
