import type { Answer } from '../../api/read.ts';

export type ProjectGate = Answer<'/v1/projects/{id}/gate'>;
export type Gate = NonNullable<ProjectGate['gate']>;
export type Phase = Gate['from'];

export const outcomes = ['passage', 'conditional', 'consolidation', 'return', 'pause', 'exit-with-shared-results'] as const;
export type Outcome = (typeof outcomes)[number];

export interface TypedCondition {
  readonly text: string;
  readonly dueOn?: string | undefined;
}
export interface GateDraft {
  readonly outcome?: Outcome | undefined;
  readonly to?: Phase | undefined;
  readonly conditions: readonly TypedCondition[];
  readonly reasons?: string | undefined;
  readonly departs?: string | undefined;
}

/** What stands before anything is typed: the committee's reservations, as conditions. */
export const beginning = ({ avis }: Gate): GateDraft => ({ conditions: avis?.reservations.map(({ text }) => ({ text })) ?? [] });

const goesOn = (outcome: Outcome | undefined): boolean => outcome === 'passage' || outcome === 'conditional';

/** What keeps a gate from ending so, as things stand; undefined where nothing is known to. */
export type NotSo = 'avis' | 'last' | 'review' | 'level' | 'evidence' | 'earlier';

export function whyNot(gate: Gate, outcome: Outcome): NotSo | undefined {
  if (gate.avisRequired && !gate.avis) return 'avis';
  if (outcome === 'return') return gate.earlier.length === 0 ? 'earlier' : undefined;
  if (!goesOn(outcome)) return undefined;
  if (!gate.to) return 'last';
  if (!gate.review) return 'review';
  if (!gate.reaches) return 'level';
  return gate.evidence.every(({ there }) => there) ? undefined : 'evidence';
}

/** Whether going on so departs from what the committee said, which needs reasons of its own. */
export const departsFromAvis = ({ avis }: Gate, outcome: Outcome | undefined): boolean =>
  goesOn(outcome) && (avis?.avis === 'unfavourable' || avis?.avis === 'adjourned');

const isSaid = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';
const saidIn = (conditions: readonly TypedCondition[]): readonly TypedCondition[] => conditions.filter(({ text }) => isSaid(text));

/** Whether nothing lacks that the outcome asks for. */
export function isWhole({ outcome, to, conditions, reasons, departs }: GateDraft, gate: Gate): boolean {
  if (!outcome || whyNot(gate, outcome) || !isSaid(reasons)) return false;
  if (outcome === 'return' && !to) return false;
  if (outcome === 'conditional' && saidIn(conditions).length === 0) return false;
  return !departsFromAvis(gate, outcome) || isSaid(departs);
}

/** What is typed, as the command takes it: of conditions, a phase and a departure only what the outcome asks for. */
export const inputOf =
  (gate: Gate) =>
  ({ outcome, to, conditions, reasons, departs }: GateDraft) => ({
    outcome,
    reasons,
    ...(outcome === 'return' && { to }),
    ...(outcome === 'conditional' && { conditions: saidIn(conditions).map(({ text, dueOn }) => (dueOn ? { text, dueOn } : text)) }),
    ...(departsFromAvis(gate, outcome) && { departsFromAvis: departs }),
  });
