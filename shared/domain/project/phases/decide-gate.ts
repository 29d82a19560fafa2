import { z } from 'zod';
import { today } from '../../call/call.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { addToDay, Day } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { workingDayFrom } from '../../process/working-days.ts';
import { Phase } from '../../programme/policy.ts';
import { fundersEndingBefore } from '../agreement/funder-end.ts';
import { settledIn } from '../agreement/plan-changes.ts';
import { trancheName } from '../funding/tranches.ts';
import { type Project, type ProjectKnown, projectCommand } from '../project.ts';
import { floorsOf, missingEvidence, reachesFloors, reviewInPhase } from './gate.ts';
import { type GateCondition, GateDecided, GateOutcome, isEarlier, phaseAfter } from './phases.ts';
import { gateFrom, noGateRefusals } from './whether-gate.ts';

const Data = z.strictObject({
  outcome: GateOutcome,
  reasons: Prose,
  to: Phase.optional(),
  /** Each by itself, or with its day. Without one, the policy says how long there is to meet it. */
  conditions: z
    .array(z.union([Prose, z.strictObject({ text: Prose, dueOn: Day })]))
    .max(20)
    .default([]),
  departsFromAvis: Prose.optional(),
});
type Data = z.output<typeof Data>;

type Leads<Code extends Parameters<typeof refuse>[0]> = { readonly to?: Phase } | Refusal<Code>;
const passageRefusals = ['last-phase', 'srl-review-missing', 'srl-below-gate', 'gate-evidence-missing'] as const;

/** The phase that a passage leads to, or why it cannot be passed. */
function passage(state: Project, from: Phase, day: string, { policy }: ProjectKnown): Leads<(typeof passageRefusals)[number]> {
  const to = phaseAfter(from);
  if (!to) return refuse('last-phase', { phase: from });
  const review = reviewInPhase(state);
  if (!review) return refuse('srl-review-missing', { phase: from });
  const { reached, consolidated } = review;
  if (!reachesFloors(review, to, policy)) return refuse('srl-below-gate', { phase: to, reached, consolidated, needed: floorsOf(to, policy) });
  const missing = missingEvidence(state, to, policy, day);
  return missing.length > 0 ? refuse('gate-evidence-missing', { phase: to, missing }) : { to };
}

/**
 * The phase that a return leads to. Loops stop at each funder's end date: every funder that still has something to pay has to be there for as long as
 * the first review after the return is away.
 */
function goingBack(
  state: Project,
  from: Phase,
  to: Phase | undefined,
  day: string,
  { policy, programme }: ProjectKnown,
): Leads<'earlier-phase-needed' | 'return-beyond-funder-end'> {
  if (!to || !isEarlier(to, from)) return refuse('earlier-phase-needed', { from });
  const until = addToDay(day, policy.srlCadence.afterReturn);
  const settled = settledIn(state);
  const open = (state.agreement?.plan ?? []).filter(({ phase, kind }) => !settled.includes(trancheName(phase, kind)));
  const funders = fundersEndingBefore(until, open, programme);
  return funders.length > 0 ? refuse('return-beyond-funder-end', { until, funders }) : { to };
}

/** The conditions, each with its day. */
function dated(asked: Data['conditions'], day: string, { policy }: ProjectKnown): GateCondition[] {
  const usual = workingDayFrom(addToDay(day, `P${policy.days.gateCondition}D`), policy.calendar);
  return asked.map((one) => (typeof one === 'string' ? { text: one, dueOn: usual } : one));
}

/** Why a decision does not sit with the committee's avis. It binds nobody, but going on against it, or without waiting for it, needs reasons of its own. */
function avisFault(
  { phases: { avis } }: Project,
  { outcome, departsFromAvis }: Data,
  { policy }: ProjectKnown,
): Refusal<'gate-avis-missing' | 'departure-unreasoned'> | undefined {
  if (!avis) return policy.gates.avis === 'required' ? refuse('gate-avis-missing') : undefined;
  const against = avis.avis === 'unfavourable' || avis.avis === 'adjourned';
  const goesOn = outcome === 'passage' || outcome === 'conditional';
  return against && goesOn && departsFromAvis === undefined ? refuse('departure-unreasoned', { avis: avis.avis }) : undefined;
}

export const decideGate = projectCommand({
  name: 'decide-gate',
  says: { en: 'Decide the gate', fr: 'Décider du passage de phase' },
  about:
    'Decides how a phase goes on. Passage (also under conditions, each by a day) needs the SRL and the evidence that the policy asks for, and commits the money of the next phase; consolidation and return open the consolidation reserve and shorten the cadence of reviews, and a return holds back the money of later phases; a pause stops payments until the next gate; an exit ends the path with results shared.',
  data: Data,
  example: { outcome: 'passage', reasons: 'The key functions are identified and the actors of the territory are aligned.' },
  refuses: [
    ...noGateRefusals,
    'gate-avis-missing',
    'departure-unreasoned',
    'conditions-missing',
    'conditions-unexpected',
    'condition-day-past',
    ...passageRefusals,
    'earlier-phase-needed',
    'return-beyond-funder-end',
    'srl-review-open',
  ],
  ruleVersion: 2,

  decide(state, { data, by, at }, known) {
    const gate = gateFrom(state, by);
    if (isRefusal(gate)) return gate;
    const { from } = gate;
    const day = today(known, at);
    const fault = avisFault(state, data, known) ?? conditionsFault(data, day);
    if (fault) return fault;
    const leads = whereTo(state, from, data, day, known);
    if (isRefusal(leads)) return leads;
    const { outcome, reasons, departsFromAvis } = data;
    const review = reviewInPhase(state)?.review;
    return GateDecided({
      outcome,
      from,
      conditions: dated(data.conditions, day, known),
      reasons,
      ...leads,
      ...(review !== undefined && { review }),
      ...(departsFromAvis !== undefined && { departsFromAvis }),
    });
  },
});

/** What is wrong with the conditions: a conditional passage has some, each by a day to come; no other outcome has any. */
function conditionsFault(
  { outcome, conditions }: Data,
  day: string,
): Refusal<'conditions-missing' | 'conditions-unexpected' | 'condition-day-past'> | undefined {
  if (outcome !== 'conditional') return conditions.length > 0 ? refuse('conditions-unexpected', { outcome }) : undefined;
  if (conditions.length === 0) return refuse('conditions-missing');
  const past = conditions.find((one) => typeof one !== 'string' && one.dueOn <= day);
  return typeof past === 'object' ? refuse('condition-day-past', { dueOn: past.dueOn }) : undefined;
}

function whereTo(state: Project, from: Phase, { outcome, to }: Data, day: string, known: ProjectKnown) {
  if (outcome === 'passage' || outcome === 'conditional') return passage(state, from, day, known);
  if (outcome === 'return') return goingBack(state, from, to, day, known);
  const { open } = state.srl;
  return outcome === 'exit-with-shared-results' && open ? refuse('srl-review-open', { review: open.review }) : {};
}
