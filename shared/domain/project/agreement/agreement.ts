import { z } from 'zod';
import { PersonId, ThingId } from '../../kernel/actor.ts';
import { type DecisionOf, decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Cents } from '../../kernel/money.ts';
import { Day } from '../../kernel/time.ts';
import { Prose, Title } from '../../kernel/words.ts';
import { Phase } from '../../programme/policy/phase.ts';
import { Share, totalOf } from '../../programme/shares.ts';
import { Party } from './parties.ts';
import { amountsOf, PlannedTranche } from './payment-plan.ts';

/** Parties are organisations. `organisations` has their signatories, by opaque id, where the agreement was drafted and signed here. */
export const AgreementSigned = decision(
  'agreement-signed',
  1,
  z.strictObject({
    signedOn: Day,
    parties: z.array(Title).min(2).max(20),
    amount: Cents,
    plan: z.array(PlannedTranche).min(1),
    organisations: z.array(Party).optional(),
    endsOn: Day.optional(),
    reportingOn: z.array(Day).optional(),
    conditions: z.array(Prose).optional(),
  }),
);
/** Not signed in time (caducité): the award is void and its money returns to the envelope. */
export const AgreementLapsed = decision('agreement-lapsed', 1, z.strictObject({}));

/** What an amendment (avenant) is about: the amounts by funder, the payments, the money that a loop back needs, or the other terms. */
export const AmendmentKind = z.enum(['amounts', 'plan', 'consolidation', 'terms']);
const Amendment = z.strictObject({
  kind: AmendmentKind,
  reasons: Prose,
  /** The whole plan as it is to be, payments already asked for included. */
  plan: z.array(PlannedTranche),
  endsOn: Day.optional(),
  /** Further conditions. */
  conditions: z.array(Prose).max(20),
});
export type Amendment = Readonly<z.output<typeof Amendment>>;

export const AmendmentDrafted = decision('amendment-drafted', 1, Amendment);
/** `returned` is what the funders are no longer held to; it goes back to the envelope. */
export const AgreementAmended = decision(
  'agreement-amended',
  1,
  z.strictObject({ ...Amendment.shape, number: z.int().min(1), amount: Cents, returned: z.array(Share) }),
);
/** A later last day (prolongation). */
export const AgreementExtended = decision('agreement-extended', 1, z.strictObject({ endsOn: Day, reasons: Prose }));
export const AgreementConditionMet = decision('agreement-condition-met', 1, z.strictObject({ condition: ThingId, evidence: Prose }));
/** A party leaves, or another organisation or signatory takes its place. */
export const PartyReplaced = decision('party-replaced', 1, z.strictObject({ party: ThingId, by: Party.optional(), reasons: Prose }));

/** The essential data of the grant are published as open data (décret 2017-779). */
export const GrantPublished = decision('grant-published', 1, z.strictObject({ where: z.url() }));

export const AgreementSuspended = decision('agreement-suspended', 1, z.strictObject({ phase: Phase, reasons: Prose, until: Day.optional() }));
export const AgreementResumed = decision('agreement-resumed', 1, z.strictObject({ phase: Phase, reasons: Prose }));

export const FormalNoticeGiven = decision('formal-notice-given', 1, z.strictObject({ breach: Prose }));
export const FormalNoticeAnswered = decision('formal-notice-answered', 1, z.strictObject({ answer: Prose }));
/** The breach is mended, or there was none. */
export const FormalNoticeLifted = decision('formal-notice-lifted', 1, z.strictObject({ reasons: Prose }));

export const TerminationCause = z.enum(['fault', 'common-accord', 'holder-withdrew', 'award-withdrawn']);
/** The agreement ends before its time (résiliation). `plan` is what is left of it: the phases that were entered; the rest goes back to the envelope. */
export const AgreementTerminated = decision(
  'agreement-terminated',
  1,
  z.strictObject({ cause: TerminationCause, reasons: Prose, plan: z.array(PlannedTranche), returned: z.array(Share) }),
);
export type Terminated = DecisionOf<typeof AgreementTerminated>['data'];
/** Another person holds the project from now on. */
export const ProjectTransferred = decision('project-transferred', 1, z.strictObject({ holder: PersonId, reasons: Prose }));

export interface Condition {
  readonly condition: string;
  readonly text: string;
  readonly met?: Moment;
}

export interface FormalNotice {
  readonly given: Moment & { readonly by: string };
  readonly answered?: Moment;
}

export interface Agreement {
  /** When the signature was recorded. */
  readonly signed: Moment;
  /** The day on which it was signed, which may be before. */
  readonly signedOn: string;
  /** 1 as signed, one more with each amendment and extension. */
  readonly version: number;
  readonly amount: number;
  /** What each funder is held to, in cents: what the plan adds up to. */
  readonly shares: readonly Share[];
  /** The payments in force: as fixed at signature, or by the last amendment. A later policy does not change what was agreed. */
  readonly plan: readonly PlannedTranche[];
  readonly organisations: readonly Party[];
  readonly endsOn?: string;
  readonly reportingOn: readonly string[];
  readonly conditions: readonly Condition[];
  readonly drafted?: Amendment & { readonly at: string; readonly by: string };
  readonly amendments: readonly (Moment & { readonly version: number; readonly kind: Amendment['kind'] | 'extension' })[];
  readonly suspended?: Moment & { readonly phase: Phase; readonly until?: string };
  /** Suspensions that are over. */
  readonly suspensions: readonly { readonly from: Moment; readonly to: Moment }[];
  readonly notice?: FormalNotice;
  readonly published?: Moment;
  readonly terminated?: Moment & { readonly cause: z.output<typeof TerminationCause> };
}

const numbered = (texts: readonly string[], from = 1): Condition[] => texts.map((text, index) => ({ condition: `condition-${from + index}`, text }));

const facts = [
  AgreementSigned,
  AmendmentDrafted,
  AgreementAmended,
  AgreementExtended,
  AgreementConditionMet,
  PartyReplaced,
  GrantPublished,
  AgreementSuspended,
  AgreementResumed,
  FormalNoticeGiven,
  FormalNoticeAnswered,
  FormalNoticeLifted,
  AgreementTerminated,
] as const;

/** The agreement in force, absent before signature. What changes an agreement that is not there changes nothing. */
export const agreement = facet(undefined as Agreement | undefined, facts, {
  'agreement-signed': (_, { signedOn, amount, plan, organisations, endsOn, reportingOn, conditions }, happened) => ({
    signed: momentOf(happened),
    signedOn,
    version: 1,
    amount,
    shares: amountsOf(plan),
    plan,
    organisations: organisations ?? [],
    ...(endsOn && { endsOn }),
    reportingOn: reportingOn ?? [],
    conditions: numbered(conditions ?? []),
    amendments: [],
    suspensions: [],
  }),
  'amendment-drafted': (all, amendment, { at, by }) => all && { ...all, drafted: { ...amendment, at, by: by.id } },
  'agreement-amended': (all, { kind, plan, amount, endsOn, conditions }, happened) => {
    if (!all) return all;
    const { drafted: _, ...rest } = all;
    const version = all.version + 1;
    return {
      ...rest,
      version,
      amount,
      shares: amountsOf(plan),
      plan,
      ...(endsOn && { endsOn }),
      conditions: [...all.conditions, ...numbered(conditions, all.conditions.length + 1)],
      amendments: [...all.amendments, { ...momentOf(happened), version, kind }],
    };
  },
  'agreement-extended': (all, { endsOn }, happened) => {
    if (!all) return all;
    const version = all.version + 1;
    return { ...all, version, endsOn, amendments: [...all.amendments, { ...momentOf(happened), version, kind: 'extension' }] };
  },
  'agreement-condition-met': (all, { condition }, happened) =>
    all && { ...all, conditions: all.conditions.map((one) => (one.condition === condition ? { ...one, met: momentOf(happened) } : one)) },
  'party-replaced': (all, { party, by }) =>
    all && { ...all, organisations: all.organisations.flatMap((one) => (one.party !== party ? [one] : by ? [by] : [])) },
  'grant-published': (all, _, happened) => all && { ...all, published: momentOf(happened) },
  'agreement-suspended': (all, { phase, until }, happened) => all && { ...all, suspended: { ...momentOf(happened), phase, ...(until && { until }) } },
  'agreement-resumed': (all, _, happened) => all && resumed(all, momentOf(happened)),
  'formal-notice-given': (all, _, happened) => all && { ...all, notice: { given: { ...momentOf(happened), by: happened.by.id } } },
  'formal-notice-answered': (all, _, happened) => (all?.notice ? { ...all, notice: { ...all.notice, answered: momentOf(happened) } } : all),
  'formal-notice-lifted': (all) => all && withoutNotice(all),
  'agreement-terminated': (all, { cause, plan }, happened) => {
    if (!all) return all;
    const { suspended: _, ...rest } = withoutNotice(all);
    return { ...rest, plan, shares: amountsOf(plan), amount: totalOf(amountsOf(plan)), terminated: { ...momentOf(happened), cause } };
  },
});

function resumed({ suspended, ...all }: Agreement, to: Moment): Agreement {
  return suspended ? { ...all, suspensions: [...all.suspensions, { from: { at: suspended.at, id: suspended.id }, to }] } : all;
}

function withoutNotice({ notice: _, ...all }: Agreement): Agreement {
  return all;
}
