import { Instant, ThingId } from '@jalon/domain';
import { EnvelopeUse, Ranked } from '@jalon/domain/decisions';
import { z } from 'zod';
import type { SelectionBasis } from '../selection/basis.ts';
import { inAndOut, movesBetween, PlaceMove } from '../selection/moves.ts';
import { asItIs, type Selected, select } from '../selection/select.ts';
import { Changes, type Impossible, trialOf } from './changes.ts';

/** What a selection rests on: one that was concluded, by its decision, or the applications as they are now. */
export const Basis = z.strictObject({
  concluded: z.boolean(),
  policyVersion: z.int(),
  decision: z.string().optional(),
  position: z.int().optional(),
  at: Instant.optional(),
});

export const Line = z.strictObject({
  ...Ranked.pick({ application: true, number: true, outcome: true, rank: true, requested: true, total: true, shortfalls: true, shares: true }).shape,
  blocks: z.array(z.strictObject({ block: z.string(), points: z.number(), score: z.number() })),
});

export const WhatIf = z.strictObject({
  call: ThingId,
  basis: Basis,
  changes: Changes,
  agrees: z.boolean().describe('Whether the ranking that was concluded is the one that its rule gives again; true before a selection.'),
  real: z.strictObject({ ranking: z.array(Line), envelope: z.array(EnvelopeUse) }).describe('As concluded; before that, as it would be now.'),
  tried: z.strictObject({
    ranking: z.array(Line),
    envelope: z.array(EnvelopeUse),
    ties: z.array(z.array(ThingId)).describe('Ties that no vote of the chair has settled: the number in the register orders them here.'),
    unjudged: z.array(ThingId).describe('Applications that nobody is left to have marked: they take no part.'),
  }),
  moves: z.array(PlaceMove),
  changesSelection: z.boolean(),
});
export type WhatIf = z.output<typeof WhatIf>;

export const basisOf = ({ policyVersion, concluded }: SelectionBasis): z.output<typeof Basis> => ({
  concluded: concluded !== undefined,
  policyVersion,
  ...(concluded && { decision: concluded.decision, position: concluded.position, at: concluded.at }),
});

/** The ranking and selection that would follow from other weights, thresholds, rules for ties, reviewers or money, beside the real ones. Nothing is recorded. */
export function whatIf(basis: SelectionBasis, changes: Changes): WhatIf | readonly Impossible[] {
  const tried = trialOf(basis, changes);
  if (!('trial' in tried)) return tried;
  const again = select(asItIs(basis));
  const real = basis.concluded?.selection ?? again;
  const { ranking, envelope, ties } = select(tried.trial);
  const moves = movesBetween(real.ranking, ranking);
  return {
    call: basis.call,
    basis: basisOf(basis),
    changes,
    agrees: !basis.concluded || movesBetween(basis.concluded.selection.ranking, again.ranking).length === 0,
    real: { ranking: real.ranking.map(lineOf), envelope: [...real.envelope] },
    tried: { ranking: ranking.map(lineOf), envelope: [...envelope], ties: ties.map((tie) => [...tie]), unjudged: [...tried.unjudged] },
    moves: [...moves],
    changesSelection: inAndOut(moves).length > 0,
  };
}

const lineOf = ({ criteria: _, ...line }: Selected['ranking'][number]): z.output<typeof Line> => line;
