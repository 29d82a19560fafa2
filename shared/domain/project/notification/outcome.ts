import { z } from 'zod';
import { When } from '../../call/hours.ts';
import { decision, type Happened, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Prose, Title } from '../../kernel/words.ts';
import { AppealDecided, AppealWindowClosed, OutcomeCorrected } from '../appeal/appeal.ts';
import { DeclaredIneligible, SilenceRecorded } from '../application/application.ts';
import { FundingDeclined, GrantAwarded } from '../funding/funding.ts';
import { AwardWithdrawn } from '../funding/withdrawal.ts';
import { ApplicationNotSelected, ApplicationReserved, ApplicationSelected, ReserveExpired } from '../selection/selection.ts';

/** What became of an application, as its holder is told. `eligible` only where a correction says so. */
export const OutcomeKind = z.enum(['eligible', 'ineligible', 'selected', 'reserve', 'not-selected', 'refused', 'awarded']);
export type OutcomeKind = z.output<typeof OutcomeKind>;

/** Where an appeal goes: to the authority itself, or to the court; institutions, never persons. */
export const Remedies = z.strictObject({ authority: Title, court: Title });

/** The holder was told of an outcome. The time to appeal counts from here: shorter where the remedies were stated. */
export const OutcomeNotified = decision(
  'outcome-notified',
  1,
  z.strictObject({
    outcome: OutcomeKind,
    /** The decision that brought it about. */
    decision: z.string().min(1).max(300),
    reasons: Prose.optional(),
    remedies: Remedies.optional(),
    /** The last day to appeal, where the outcome can be appealed against. */
    appealUntil: When.optional(),
  }),
);

export interface Decided {
  readonly kind: OutcomeKind;
  /** The decision that brought it about. What a correction decided counts from its own date, and stands since `at` of what it corrects. */
  readonly decided: Moment;
  readonly since: string;
  /** Who took it; a process or an import may have. */
  readonly by: string;
  readonly notified?: Moment & { readonly appealUntil?: string };
  /** When it became final. */
  readonly final?: Moment;
}

export interface Outcome {
  readonly current?: Decided;
  /** The silence that implies a refusal, as long as no express decision followed. */
  readonly silence?: Moment;
}

const decided =
  (kind: OutcomeKind) =>
  (_: Outcome, __: unknown, happened: Happened): Outcome => ({
    current: { kind, decided: momentOf(happened), since: happened.at, by: happened.by.id },
  });

const types = [
  DeclaredIneligible,
  ApplicationSelected,
  ApplicationReserved,
  ApplicationNotSelected,
  ReserveExpired,
  FundingDeclined,
  GrantAwarded,
  AwardWithdrawn,
  SilenceRecorded,
  AppealDecided,
  OutcomeCorrected,
  OutcomeNotified,
  AppealWindowClosed,
] as const;

/** What was decided last on an application, whether its holder was told, and whether it is final. */
export const outcome = facet({} as Outcome, types, {
  'declared-ineligible': decided('ineligible'),
  'application-selected': decided('selected'),
  'application-reserved': decided('reserve'),
  'application-not-selected': decided('not-selected'),
  'reserve-expired': decided('not-selected'),
  'funding-declined': decided('refused'),
  'grant-awarded': decided('awarded'),
  'award-withdrawn': (all, { afterSignature }, happened) => (afterSignature ? all : decided('refused')(all, {}, happened)),
  'silence-recorded': (all, _, happened) => ({ ...all, silence: momentOf(happened) }),
  'appeal-decided': ({ silence, ...all }, { against, outcome }) =>
    silence && !(against === 'silence' && outcome === 'upheld') ? { ...all, silence } : all,
  'outcome-corrected': (_, { to, from }, { id, at, by }) => ({ current: { kind: to, decided: { at: from, id }, since: at, by: by.id } }),
  'outcome-notified': ({ current, ...all }, { appealUntil }, happened) => ({
    ...all,
    ...(current && { current: { ...current, notified: { ...momentOf(happened), ...(appealUntil && { appealUntil }) } } }),
  }),
  'appeal-window-closed': ({ current, ...all }, _, happened) => ({ ...all, ...(current && { current: { ...current, final: momentOf(happened) } }) }),
});
