import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { Attachment } from '../../kernel/attachment.ts';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Cents } from '../../kernel/money.ts';
import { Day } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { Share } from '../../programme/shares.ts';
import { CorrectionDecided } from './corrections.ts';

export const Attachments = z.array(Attachment).max(50);

export const VisitPlanned = decision('visit-planned', 1, z.strictObject({ visit: ThingId, plannedOn: Day, purpose: Prose }));
export const VisitRecorded = decision('visit-recorded', 1, z.strictObject({ visit: ThingId, visitedOn: Day, seen: Prose, attachments: Attachments }));

/** What is checked (contrôle d'opération): pieces at the desk, on site, or by sample. */
export const CheckKind = z.enum(['desk', 'on-site', 'sample']);
export const CheckOpened = decision('check-opened', 1, z.strictObject({ check: ThingId, kind: CheckKind, scope: Prose }));
/** A finding (constat) of a check, and the amount that it may concern. */
export const FindingRecorded = decision(
  'finding-recorded',
  1,
  z.strictObject({ check: ThingId, finding: ThingId, found: Prose, concerned: Cents, attachments: Attachments }),
);
export const FindingAnswered = decision('finding-answered', 1, z.strictObject({ finding: ThingId, answer: Prose, attachments: Attachments }));
/** The time to answer is over for these findings. */
export const FindingsClosed = decision('findings-closed', 1, z.strictObject({ findings: z.array(ThingId).min(1) }));
export const CheckClosed = decision('check-closed', 1, z.strictObject({ check: ThingId, conclusion: Prose }));

/** An irregularity (Regulation (EU) 2021/1060, article 2(31)): what of each funder's money it concerns, and which funders have to be told. */
export const IrregularityReported = decision(
  'irregularity-reported',
  1,
  z.strictObject({ irregularity: ThingId, description: Prose, shares: z.array(Share).min(1), toBeTold: z.array(ThingId) }),
);
export const IrregularityOutcome = z.enum(['corrected', 'unfounded', 'handed-to-the-prosecutor']);
export const IrregularityClosed = decision(
  'irregularity-closed',
  1,
  z.strictObject({ irregularity: ThingId, outcome: IrregularityOutcome, conclusion: Prose }),
);

/** Whether public money already pays the same costs elsewhere (double financement). */
export const DoubleFundingChecked = decision(
  'double-funding-checked',
  1,
  z.strictObject({ outcome: z.enum(['clear', 'overlap']), sources: z.array(Prose).min(1).max(20), reasons: Prose }),
);

export interface Finding {
  readonly check: string;
  readonly recorded: Moment & { readonly by: string };
  /** The holder was heard: by an answer, or because the time for one is over. */
  readonly heard?: Moment;
  readonly corrected?: true;
}

export interface Checks {
  readonly visits: Readonly<Record<string, { readonly planned?: Moment & { readonly plannedOn: string }; readonly recorded?: true }>>;
  readonly open: Readonly<Record<string, 'open' | 'closed'>>;
  readonly findings: Readonly<Record<string, Finding>>;
  readonly irregularities: Readonly<Record<string, 'open' | 'closed'>>;
  /** What the last check on double funding found. */
  readonly doubleFunding?: 'clear' | 'overlap';
}

const none: Checks = { visits: {}, open: {}, findings: {}, irregularities: {} };

function changeFinding(all: Checks, finding: string, changed: (known: Finding) => Finding): Checks {
  const known = all.findings[finding];
  return known ? { ...all, findings: { ...all.findings, [finding]: changed(known) } } : all;
}

const checking = [
  VisitPlanned,
  VisitRecorded,
  CheckOpened,
  FindingRecorded,
  FindingAnswered,
  FindingsClosed,
  CorrectionDecided,
  CheckClosed,
  IrregularityReported,
  IrregularityClosed,
  DoubleFundingChecked,
] as const;

/** Visits, checks with their findings, irregularities, and the check on double funding. */
export const checks = facet(none, checking, {
  'visit-planned': (all, { visit, plannedOn }, happened) => ({
    ...all,
    visits: { ...all.visits, [visit]: { ...all.visits[visit], planned: { ...momentOf(happened), plannedOn } } },
  }),
  'visit-recorded': (all, { visit }) => ({ ...all, visits: { ...all.visits, [visit]: { ...all.visits[visit], recorded: true } } }),
  'check-opened': (all, { check }) => ({ ...all, open: { ...all.open, [check]: 'open' } }),
  'finding-recorded': (all, { check, finding }, happened) => ({
    ...all,
    findings: { ...all.findings, [finding]: { check, recorded: { ...momentOf(happened), by: happened.by.id } } },
  }),
  'finding-answered': (all, { finding }, happened) => changeFinding(all, finding, (known) => ({ ...known, heard: momentOf(happened) })),
  'findings-closed': (all, { findings }, happened) =>
    findings.reduce((sum, finding) => changeFinding(sum, finding, (known) => ({ ...known, heard: momentOf(happened) })), all),
  'correction-decided': (all, { finding }) => changeFinding(all, finding, (known) => ({ ...known, corrected: true })),
  'check-closed': (all, { check }) => ({ ...all, open: { ...all.open, [check]: 'closed' } }),
  'irregularity-reported': (all, { irregularity }) => ({ ...all, irregularities: { ...all.irregularities, [irregularity]: 'open' } }),
  'irregularity-closed': (all, { irregularity }) => ({ ...all, irregularities: { ...all.irregularities, [irregularity]: 'closed' } }),
  'double-funding-checked': (all, { outcome }) => ({ ...all, doubleFunding: outcome }),
});

/** Whether the holder can still answer a finding. */
export const awaitsAnswer = ({ heard, corrected }: Finding): boolean => heard === undefined && corrected === undefined;
