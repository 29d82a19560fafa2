import type { World } from '../kernel/testing/given-when-then.ts';
import { type GateEvidence, gatesPart } from '../programme/policy/gates.ts';
import type { Phase } from '../programme/policy/phase.ts';
import { Policy } from '../programme/policy.ts';
import { PolicyAdopted } from '../programme/programme.ts';
import { type Avis, AvisGiven } from '../project/avis/avis.ts';
import { SRL_SCALE } from '../project/srl/scale.ts';
import { SrlReviewConcluded, SrlReviewOpened } from '../project/srl/srl.ts';
import { reviewValue } from '../project/value/review-value.ts';
import { ValueReviewed } from '../project/value/value.ts';
import { inPilot } from './stories.ts';

const PROJECT = 'project-repair';
const floors = gatesPart.gates.parse(undefined);

interface GateRules {
  readonly avis?: 'required';
  readonly overlap?: number;
  readonly evidence?: readonly GateEvidence[];
  readonly gateCondition?: number;
}

/** The same programme with other rules for gates, in force since before the signature. */
export function withGates(world: World, { avis, overlap, evidence, gateCondition }: GateRules): World {
  const { subject } = world;
  const policy = Policy.parse({
    gates: {
      ...floors,
      ...(avis && { avis }),
      ...(overlap !== undefined && { overlap }),
      ...(evidence && { pilot: { ...floors.pilot, evidence }, institutionalisation: { ...floors.institutionalisation, evidence } }),
    },
    days: { ...Policy.parse({}).days, ...(gateCondition !== undefined && { gateCondition }) },
  });
  return world
    .of('programme-breakthrough')
    .and(PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-05-01', policy }))
    .of(subject);
}

/** A review of the SRL that was opened and concluded. */
export const srlFound = (review: number, phase: Phase, reached: number, consolidated: number) =>
  [
    SrlReviewOpened({ review, phase, dueOn: '2030-02-06', lapsesOn: '2030-07-07' }),
    SrlReviewConcluded({ review, scale: SRL_SCALE, claimed: Math.max(reached, 1), reached, consolidated, consolidationPlan: [] }),
  ] as const;

/** The committee's opinion on the gate. */
export const avisOnGate = (avis: Avis, question: 'gate' | 'selection' = 'gate') =>
  AvisGiven({ sitting: 'sitting-1', item: 'item-1', question, avis, reservations: [] });

export const valueReviewedIn = (phase: Phase) => ValueReviewed({ ...ValueReviewed.data.parse({ ...reviewValue.example, phase }) });

/** A review of 7 January 2030 found SRL 7 reached and 6 consolidated in the pilot; value was not reviewed there. */
export const pilotReviewed: World = inPilot.at('2030-01-07T10:00:00Z').and(...srlFound(2, 'pilot', 7, 6));

/** The same with a value review: enough for institutionalisation. */
export const readyForInstitutionalisation: World = pilotReviewed.of(PROJECT).and(valueReviewedIn('pilot'));
