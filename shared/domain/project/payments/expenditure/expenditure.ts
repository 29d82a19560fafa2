import { z } from 'zod';
import { Attachment, ContentHash } from '../../../kernel/attachment.ts';
import { decision, type Happened, type Moment, momentOf } from '../../../kernel/decision.ts';
import { facet } from '../../../kernel/facet.ts';
import { BasisPoints, Cents } from '../../../kernel/money.ts';
import { Day } from '../../../kernel/time.ts';
import { Prose, Title } from '../../../kernel/words.ts';
import { Phase } from '../../../programme/policy/phase.ts';

/** The number of a statement of expenditure (bilan d'exécution) in its project, from 1. */
export const ReportNumber = z.int().min(1).max(1_000);

export const CostCategory = z.enum(['direct-staff', 'other']);

/** One line of a statement: a real cost with the day on which it was paid and its piece, or a simplified one. */
export const ExpenditureLine = z.strictObject({
  line: z.int().min(1),
  /** The item of the budget that it belongs to. */
  item: Title,
  basis: z.enum(['real', 'flat-rate', 'unit-cost', 'lump-sum']),
  category: CostCategory,
  amount: Cents,
  paidOn: Day.optional(),
  /** The invoice, pay slip or proof of the result, by the hash of its content. */
  piece: ContentHash.optional(),
  /** Of a flat rate, in basis points of the direct staff costs. */
  rate: BasisPoints.optional(),
  /** Of a unit cost. */
  units: z.int().min(1).optional(),
});
export type ExpenditureLine = Readonly<z.output<typeof ExpenditureLine>>;

/** What is retained of a line, in cents; with reasons where that is less than was declared. */
export const RetainedLine = z.strictObject({ line: z.int().min(1), retained: Cents, reasons: Prose.optional() });
export type RetainedLine = Readonly<z.output<typeof RetainedLine>>;

const Examination = z.strictObject({ report: ReportNumber, lines: z.array(RetainedLine).min(1), retained: Cents });

export const ExpenditureDeclared = decision(
  'expenditure-declared',
  1,
  z.strictObject({ report: ReportNumber, phase: Phase, amount: Cents, lines: z.array(ExpenditureLine).min(1) }),
);
export const ExpenditureExamined = decision('expenditure-examined', 1, Examination);
export const ExaminationAnswered = decision(
  'examination-answered',
  1,
  z.strictObject({ report: ReportNumber, answer: Prose, attachments: z.array(Attachment) }),
);
/** The time to answer is over for these statements (fin du contradictoire). */
export const ExaminationClosed = decision('examination-closed', 1, z.strictObject({ reports: z.array(ReportNumber).min(1) }));
export const ExaminationConcluded = decision('examination-concluded', 1, Examination);
/** The service is certified as rendered (service fait): the retained expenditure can be paid on. */
export const ServiceCertified = decision('service-certified', 1, z.strictObject({ report: ReportNumber, phase: Phase, retained: Cents }));
/** The controller sends a statement back to be examined again. */
export const ServiceNotCertified = decision('service-not-certified', 1, z.strictObject({ report: ReportNumber, reasons: Prose }));

type Act = Moment & { readonly by: string };

/** A statement of expenditure and how far its examination has come. */
export interface Report {
  readonly phase: Phase;
  readonly lines: readonly ExpenditureLine[];
  /** Since when it waits for an examination: its declaration, or the controller's return. */
  readonly declared: Moment;
  readonly examined?: Act & { readonly lines: readonly RetainedLine[] };
  /** The holder was heard on what was set aside: by an answer, or because the time for one is over. */
  readonly heard?: Moment;
  readonly concluded?: Act & { readonly retained: Cents };
  readonly certified?: Act;
  /** Everybody who examined it, also before a return. */
  readonly examiners: readonly string[];
}

/** Statements by their numbers. */
export type Reports = Readonly<Record<string, Report>>;

const actOf = (happened: Happened): Act => ({ ...momentOf(happened), by: happened.by.id });

function change(all: Reports, report: number, changed: (known: Report) => Report): Reports {
  const known = all[report];
  return known ? { ...all, [report]: changed(known) } : all;
}

const declaring = [
  ExpenditureDeclared,
  ExpenditureExamined,
  ExaminationAnswered,
  ExaminationClosed,
  ExaminationConcluded,
  ServiceCertified,
  ServiceNotCertified,
] as const;

/** Statements of expenditure, from their declaration to their certification. */
export const expenditure = facet({} as Reports, declaring, {
  'expenditure-declared': (all, { report, phase, lines }, happened) => ({
    ...all,
    [report]: { phase, lines, declared: momentOf(happened), examiners: [] },
  }),
  'expenditure-examined': (all, { report, lines }, happened) =>
    change(all, report, (known) => ({
      ...known,
      examined: { ...actOf(happened), lines },
      examiners: [...new Set([...known.examiners, happened.by.id])],
    })),
  'examination-answered': (all, { report }, happened) => change(all, report, (known) => ({ ...known, heard: momentOf(happened) })),
  'examination-closed': (all, { reports }, happened) =>
    reports.reduce((sum, report) => change(sum, report, (known) => ({ ...known, heard: momentOf(happened) })), all),
  'examination-concluded': (all, { report, retained }, happened) =>
    change(all, report, (known) => ({
      ...known,
      concluded: { ...actOf(happened), retained },
      examiners: [...new Set([...known.examiners, happened.by.id])],
    })),
  'service-certified': (all, { report }, happened) => change(all, report, (known) => ({ ...known, certified: actOf(happened) })),
  'service-not-certified': (all, { report }, happened) =>
    change(all, report, ({ phase, lines, examiners }) => ({ phase, lines, examiners, declared: momentOf(happened) })),
});

/** The lines that an examiner judges; a flat rate follows from the staff costs that it is a part of. */
export const judged = ({ lines }: Pick<Report, 'lines'>): readonly ExpenditureLine[] => lines.filter(({ basis }) => basis !== 'flat-rate');

/** The lines of an examination of which something was set aside. */
export const setAside = (lines: readonly ExpenditureLine[], retained: readonly RetainedLine[]): readonly RetainedLine[] =>
  retained.filter(({ line, retained: kept }) => lines.some((declared) => declared.line === line && kept < declared.amount));

/** Whether the holder still has to be heard on what was set aside. */
export const awaitsAnswer = ({ lines, examined, heard, concluded }: Report): boolean =>
  examined !== undefined && heard === undefined && concluded === undefined && setAside(lines, examined.lines).length > 0;

/** The statements of a phase. */
export const reportsOf = (all: Reports, phase: Phase): readonly Report[] => Object.values(all).filter((report) => report.phase === phase);

/** What was retained and certified of a phase's expenditure, in cents. */
export const certifiedOf = (all: Reports, phase: Phase): Cents =>
  reportsOf(all, phase).reduce((sum, { certified, concluded }) => sum + (certified && concluded ? concluded.retained : 0), 0);
