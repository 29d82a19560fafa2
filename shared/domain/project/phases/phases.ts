import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { decision, type Happened, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Day } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { Phase } from '../../programme/policy.ts';
import { AgreementAmended, AgreementSigned, AgreementTerminated } from '../agreement/agreement.ts';
import { type Avis, AvisGiven } from '../avis/avis.ts';

/** How a gate can end: passage, under conditions, consolidation in the same phase, return to an earlier one, pause, or exit with results shared. */
export const GateOutcome = z.enum(['passage', 'conditional', 'consolidation', 'return', 'pause', 'exit-with-shared-results']);
export type GateOutcome = z.output<typeof GateOutcome>;

/** A condition under which a phase is entered. Without a day in records from before conditions had one: the policy then says how long. */
export const GateCondition = z.strictObject({ text: Prose, dueOn: Day.optional() });
export type GateCondition = Readonly<z.output<typeof GateCondition>>;

const Review = z.int().min(1);

/** The committee's file on the gate into a phase was put together, on this review. */
export const GatePrepared = decision('gate-prepared', 1, z.strictObject({ to: Phase, review: Review, summary: Prose }));

/** Shape 2 gives each condition a day. */
export const GateDecided = decision(
  'gate-decided',
  2,
  z.strictObject({
    outcome: GateOutcome,
    from: Phase,
    /** The phase that may be entered now. */
    to: Phase.optional(),
    conditions: z.array(GateCondition).max(20),
    reasons: Prose,
    /** The number of the SRL review that it rests on; absent when there was none yet in this phase. */
    review: Review.optional(),
    /** Why the way goes on although the committee's avis was against it, or put it off. */
    departsFromAvis: Prose.optional(),
  }),
  { 1: (older: { readonly conditions: readonly string[] }) => ({ ...older, conditions: older.conditions.map((text) => ({ text })) }) },
);
/** Work of the next phase begins before its gate; `part` of that phase's money, in basis points, is committed with it. */
export const OverlapBegun = decision(
  'overlap-begun',
  1,
  z.strictObject({ phase: Phase, part: z.int().min(1).max(10_000), review: Review, by: PersonId, reasons: Prose }),
);
/** `by` says what opened the way: the signature, a gate passed, or a gate that returned. */
export const PhaseEntered = decision('phase-entered', 1, z.strictObject({ phase: Phase, by: z.enum(['signature', 'passage', 'return']) }));
/** Where the results are for everybody to find. */
export const ResultsShared = decision(
  'results-shared',
  1,
  z.strictObject({
    results: z
      .array(z.strictObject({ what: Prose, where: z.url() }))
      .min(1)
      .max(40),
  }),
);
/** Shape 2 knows two more outcomes; those of shape 1 are among them. */
export const ProjectCompleted = decision(
  'project-completed',
  2,
  z.strictObject({
    outcome: z.enum(['completed', 'results-shared', 'withdrawn', 'terminated']),
    /** The last SRL that a review concluded; absent when none was. */
    srl: z.strictObject({ reached: z.int().min(0).max(9), consolidated: z.int().min(0).max(9) }).optional(),
    results: Prose,
  }),
  { 1: (older: unknown) => older },
);

type Way = 'signature' | 'passage' | 'return';

export interface Phases {
  readonly current?: Phase;
  readonly entered?: Moment & { readonly by: Way };
  readonly visited: readonly Phase[];
  /** The phases whose money is committed; what comes after them is conditional. */
  readonly committed: readonly Phase[];
  /** The phase that may be entered next, and since when. */
  readonly cleared?: Moment & { readonly phase: Phase; readonly by: Way };
  readonly lastGate?: Moment & { readonly outcome: GateOutcome };
  /** Pauses that are over, each from the gate that decided it to the next, or to the end of the agreement. */
  readonly pauses?: readonly { readonly from: Moment; readonly to: Moment }[];
  /** The file that was put together for the gate to come, and the committee's avis on it. */
  readonly prepared?: Moment & { readonly to: Phase; readonly review: number };
  readonly avis?: Moment & { readonly avis: Avis };
  /** Work of the next phase that began before its gate, with the part of its money that is committed. */
  readonly overlap?: Moment & { readonly phase: Phase; readonly part: number };
  /** The phase for which an amendment may draw on the consolidation reserve, once. */
  readonly reserve?: Phase;
  /** When results were published last. */
  readonly shared?: Moment;
}

const upTo = (phase: Phase): Phase[] => Phase.options.slice(0, Phase.options.indexOf(phase) + 1);

const facts = [
  AgreementSigned,
  AvisGiven,
  GatePrepared,
  OverlapBegun,
  GateDecided,
  PhaseEntered,
  AgreementAmended,
  AgreementTerminated,
  ResultsShared,
] as const;

/** What a gate that is over leaves behind: its file, its avis and an overlap end with it. */
function withoutGate({ prepared: _, avis: __, overlap: ___, ...all }: Phases): Phases {
  return all;
}

/** The phase that a gate lets draw on the reserve: the one that consolidates, or the one that it led back to. */
function reserveAfter({ reserve: _, ...all }: Phases, outcome: GateOutcome, from: Phase, to: Phase | undefined): Phases {
  if (outcome === 'consolidation') return { ...all, reserve: from };
  if (outcome === 'return' && to) return { ...all, reserve: to };
  return all;
}

function amended({ reserve, ...all }: Phases, kind: string): Phases {
  return kind === 'consolidation' || reserve === undefined ? all : { ...all, reserve };
}

function afterPause(all: Phases, happened: Happened): Phases {
  const { lastGate, pauses = [] } = all;
  if (lastGate?.outcome !== 'pause' || pauses.some(({ from }) => from.id === lastGate.id)) return all;
  return { ...all, pauses: [...pauses, { from: { at: lastGate.at, id: lastGate.id }, to: momentOf(happened) }] };
}

/** Where a project is among its phases; the phase entered last stays current while the project closes. */
export const phases = facet({ visited: [], committed: [] } as Phases, facts, {
  'agreement-signed': (all, _, happened) => ({
    ...all,
    committed: upTo('concept'),
    cleared: { ...momentOf(happened), phase: 'concept', by: 'signature' },
  }),
  'avis-given': (all, { question, avis }, happened) => (question === 'gate' ? { ...all, avis: { ...momentOf(happened), avis } } : all),
  'gate-prepared': (all, { to, review }, happened) => ({ ...all, prepared: { ...momentOf(happened), to, review } }),
  'overlap-begun': (all, { phase, part }, happened) => ({ ...all, overlap: { ...momentOf(happened), phase, part } }),
  'gate-decided': (all, { outcome, from, to }, happened) => ({
    ...reserveAfter(withoutGate(afterPause(all, happened)), outcome, from, to),
    lastGate: { ...momentOf(happened), outcome },
    ...(to && { committed: upTo(to), cleared: { ...momentOf(happened), phase: to, by: outcome === 'return' ? 'return' : 'passage' } }),
  }),
  'phase-entered': ({ cleared: _, ...all }, { phase, by }, happened) => ({
    ...withoutGate(all),
    current: phase,
    entered: { ...momentOf(happened), by },
    visited: all.visited.includes(phase) ? all.visited : [...all.visited, phase],
    committed: upTo(phase),
  }),
  'agreement-amended': (all, { kind }) => amended(all, kind),
  // No phase is entered any more once the agreement has ended, and nothing of a later one goes on.
  'agreement-terminated': ({ cleared: _, reserve: __, ...all }, ___, happened) => withoutGate(afterPause(all, happened)),
  'results-shared': (all, _, happened) => ({ ...all, shared: momentOf(happened) }),
});

/** The phase after one, or undefined after the last. */
export const phaseAfter = (phase: Phase): Phase | undefined => Phase.options[Phase.options.indexOf(phase) + 1];

/** Whether a phase comes before another. */
export const isEarlier = (phase: Phase, than: Phase): boolean => Phase.options.indexOf(phase) < Phase.options.indexOf(than);

interface InPhases {
  readonly phases: Phases;
}

/** Whether the money of a phase is committed, in whole or for the part of an overlap. What a return left behind no longer is. */
export const isCommitted = ({ phases: { committed, overlap } }: InPhases, phase: Phase): boolean =>
  committed.includes(phase) || overlap?.phase === phase;

/** Whether work of a phase has begun: it was entered, or overlaps with the one before. */
export const isBegun = ({ phases: { visited, overlap } }: InPhases, phase: Phase): boolean => visited.includes(phase) || overlap?.phase === phase;
