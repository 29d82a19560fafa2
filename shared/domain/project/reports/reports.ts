import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { Attachment } from '../../kernel/attachment.ts';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Day } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { PhaseEntered } from '../phases/phases.ts';

/** Reports of a project are numbered from 1. */
export const ReportNumber = z.int().min(1).max(1000);

/** A figure that the report gives, such as the number of workshops held. */
const Indicator = z.strictObject({ indicator: ThingId, value: z.number().min(0).max(1e12), note: Prose.optional() });

/** What a report says. It names no person. */
export const ReportContent = z.strictObject({
  activity: Prose,
  difficulties: Prose.optional(),
  indicators: z.array(Indicator).max(60),
  attachments: z.array(Attachment).max(20),
});

export const ReportSubmitted = decision(
  'report-submitted',
  1,
  /** The first and the last day that it covers; it begins on the day after the one before ended. */
  ReportContent.extend({ report: ReportNumber, from: Day, upTo: Day }),
);
export const ReportCorrected = decision('report-corrected', 1, ReportContent.extend({ report: ReportNumber }));
export const ReportAccepted = decision('report-accepted', 1, z.strictObject({ report: ReportNumber, comment: Prose.optional() }));
export const ReportReturned = decision('report-returned', 1, z.strictObject({ report: ReportNumber, reasons: Prose }));

export type ReportStanding =
  | { readonly is: 'submitted'; readonly since: Moment }
  | { readonly is: 'returned'; readonly since: Moment }
  | { readonly is: 'accepted' };

export interface Reports {
  /** When the first phase began: the first report covers from there. */
  readonly begun?: Moment;
  /** The report that came last, whatever became of it: the next one counts from it. */
  readonly last?: Moment & { readonly report: number; readonly upTo: string };
  readonly standing: Readonly<Record<number, ReportStanding>>;
}

const standing = (all: Reports, report: number, now: ReportStanding): Reports => ({ ...all, standing: { ...all.standing, [report]: now } });

/** Progress reports: how far they reach and where each stands. What they say is in the decisions. */
export const reports = facet({ standing: {} } as Reports, [PhaseEntered, ReportSubmitted, ReportCorrected, ReportAccepted, ReportReturned], {
  'phase-entered': (all, _, happened) => (all.begun ? all : { ...all, begun: momentOf(happened) }),
  'report-submitted': (all, { report, upTo }, happened) => ({
    ...standing(all, report, { is: 'submitted', since: momentOf(happened) }),
    last: { ...momentOf(happened), report, upTo },
  }),
  'report-corrected': (all, { report }, happened) => standing(all, report, { is: 'submitted', since: momentOf(happened) }),
  'report-accepted': (all, { report }) => standing(all, report, { is: 'accepted' }),
  'report-returned': (all, { report }, happened) => standing(all, report, { is: 'returned', since: momentOf(happened) }),
});
