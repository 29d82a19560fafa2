import { z } from 'zod';
import { decision } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import {
  Conclusion,
  CyclePlan,
  Hypothesis,
  type HypothesisResult,
  type KeyFunction,
  KeyFunctions,
  Observation,
  Protocol,
  Sharing,
} from './protocol.ts';

/** Cycles of a protocol are numbered from 1. */
const Cycle = z.int().min(1);

export const KeyFunctionsNamed = decision('key-functions-named', 1, z.strictObject({ keyFunctions: KeyFunctions }));
export const ProtocolOpened = decision('protocol-opened', 1, Protocol);
export const ProtocolRevised = decision('protocol-revised', 1, Protocol);
export const HypothesisFormulated = decision('hypothesis-formulated', 1, Hypothesis);
export const CyclePlanned = decision('cycle-planned', 1, CyclePlan.extend({ cycle: Cycle }));
export const ObservationRecorded = decision('observation-recorded', 1, Observation.extend({ cycle: Cycle }));
export const HypothesisConcluded = decision('hypothesis-concluded', 1, Conclusion.extend({ cycle: Cycle }));
export const CycleResultsShared = decision('cycle-results-shared', 1, Sharing.extend({ cycle: Cycle }));

export interface HypothesisStanding {
  readonly keyFunction?: string;
  readonly criteria: readonly string[];
  /** Whether a cycle ever took it up. */
  readonly planned: boolean;
  /** Observations of the cycle under way. */
  readonly observed: number;
  /** What the last cycle that took it up found. */
  readonly result?: HypothesisResult;
}

export interface ProtocolStanding {
  readonly opened: boolean;
  readonly keyFunctions: readonly string[];
  readonly hypotheses: Readonly<Record<string, HypothesisStanding>>;
  /** How many cycles were planned. */
  readonly cycles: number;
  /** The cycle under way: planned, its results not yet shared. */
  readonly cycle?: { readonly cycle: number; readonly hypotheses: readonly string[] };
}

export interface Experiment {
  readonly keyFunctions: readonly KeyFunction[];
  readonly protocols: Readonly<Record<string, ProtocolStanding>>;
}

const unopened: ProtocolStanding = { opened: false, keyFunctions: [], hypotheses: {}, cycles: 0 };
const unformulated: HypothesisStanding = { criteria: [], planned: false, observed: 0 };

function withProtocol(all: Experiment, protocol: string, change: (before: ProtocolStanding) => Partial<ProtocolStanding>): Experiment {
  const before = all.protocols[protocol] ?? unopened;
  return { ...all, protocols: { ...all.protocols, [protocol]: { ...before, ...change(before) } } };
}

type Change = (before: HypothesisStanding) => HypothesisStanding;

function withHypotheses(before: ProtocolStanding, names: readonly string[], change: Change): ProtocolStanding['hypotheses'] {
  const changed = names.map((name) => [name, change(before.hypotheses[name] ?? unformulated)] as const);
  return { ...before.hypotheses, ...Object.fromEntries(changed) };
}

const changing = [
  KeyFunctionsNamed,
  ProtocolOpened,
  ProtocolRevised,
  HypothesisFormulated,
  CyclePlanned,
  ObservationRecorded,
  HypothesisConcluded,
  CycleResultsShared,
] as const;

/** A project's key functions and its experimentation protocols: where each hypothesis and each cycle stands. What was seen is in the decisions. */
export const experiment = facet({ keyFunctions: [], protocols: {} } as Experiment, changing, {
  'key-functions-named': (all, { keyFunctions }) => ({ ...all, keyFunctions }),
  'protocol-opened': (all, { protocol, keyFunctions }) => withProtocol(all, protocol, () => ({ opened: true, keyFunctions })),
  'protocol-revised': (all, { protocol, keyFunctions }) => withProtocol(all, protocol, () => ({ opened: true, keyFunctions })),
  'hypothesis-formulated': (all, { protocol, hypothesis, keyFunction, criteria }) =>
    withProtocol(all, protocol, (before) => ({
      hypotheses: withHypotheses(before, [hypothesis], (known) => ({ ...known, keyFunction, criteria: criteria.map(({ criterion }) => criterion) })),
    })),
  'cycle-planned': (all, { protocol, cycle, hypotheses }) =>
    withProtocol(all, protocol, (before) => ({
      cycles: Math.max(before.cycles, cycle),
      cycle: { cycle, hypotheses },
      // Taken up anew: what the cycle before left inconclusive is open again.
      hypotheses: withHypotheses(before, hypotheses, ({ result: _, ...known }) => ({ ...known, planned: true, observed: 0 })),
    })),
  'observation-recorded': (all, { protocol, hypothesis }) =>
    withProtocol(all, protocol, (before) => ({
      hypotheses: withHypotheses(before, [hypothesis], (known) => ({ ...known, observed: known.observed + 1 })),
    })),
  'hypothesis-concluded': (all, { protocol, hypothesis, result }) =>
    withProtocol(all, protocol, (before) => ({ hypotheses: withHypotheses(before, [hypothesis], (known) => ({ ...known, result })) })),
  'cycle-results-shared': (all, { protocol }) => {
    const { cycle: _, ...before } = all.protocols[protocol] ?? unopened;
    return { ...all, protocols: { ...all.protocols, [protocol]: before } };
  },
});

/** The hypothesis of a cycle under way, and that cycle; undefined where the cycle does not test it. */
export function underTest({ protocols }: Experiment, protocol: string, hypothesis: string) {
  const { cycle, hypotheses } = protocols[protocol] ?? unopened;
  return cycle?.hypotheses.includes(hypothesis) ? { cycle: cycle.cycle, standing: hypotheses[hypothesis] ?? unformulated } : undefined;
}
