import { z } from 'zod';
import { PersonId, ThingId } from '../kernel/actor.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { Prose } from '../kernel/words.ts';
import { Avis, Reservation } from '../project/avis/avis.ts';
import { SittingAdjourned } from './convocation.ts';

export const Vote = z.enum([...Avis.options, 'abstain']);
export type Vote = z.output<typeof Vote>;

/** The applicant was heard (audition). */
export const ApplicantHeard = decision('applicant-heard', 1, z.strictObject({ item: ThingId, note: Prose }));
/** A vote, for oneself and for whoever gave a proxy; cast again before the item is concluded, it takes the place of the former one. */
export const VoteCast = decision(
  'vote-cast',
  1,
  z.strictObject({ item: ThingId, voter: PersonId, on: Vote, counts: z.array(PersonId).min(1).max(2) }),
);

/** How many votes each answer had. */
export const Counts = z.strictObject({
  favourable: z.int().min(0),
  'with-reservations': z.int().min(0),
  adjourned: z.int().min(0),
  unfavourable: z.int().min(0),
  abstain: z.int().min(0),
});
export type Counts = Readonly<z.output<typeof Counts>>;

export const ItemConcluded = decision(
  'item-concluded',
  1,
  z.strictObject({
    item: ThingId,
    avis: Avis,
    reservations: z.array(Reservation).max(20),
    counts: Counts,
    /** Whether the vote of whoever presides decided a tie (voix prépondérante). */
    castingVote: z.boolean(),
    /** Whose votes were counted. */
    voters: z.array(PersonId).max(100),
  }),
);

export interface CastVote {
  readonly on: Vote;
  /** The persons for whom it counts. */
  readonly counts: readonly string[];
}

export interface Deliberated {
  readonly heard: boolean;
  readonly votes: Readonly<Record<string, CastVote>>;
  readonly concluded?: { readonly avis: Avis; readonly reservations: readonly Reservation[]; readonly voters: readonly string[] };
}

const notYet: Deliberated = { heard: false, votes: {} };

/** What was heard, voted and concluded, by item. */
export type Deliberation = Readonly<Record<string, Deliberated>>;

export const deliberatedOn = (all: Deliberation, item: string): Deliberated => all[item] ?? notYet;

export const deliberation = facet({} as Deliberation, [ApplicantHeard, VoteCast, ItemConcluded, SittingAdjourned], {
  'applicant-heard': (all, { item }) => ({ ...all, [item]: { ...deliberatedOn(all, item), heard: true } }),
  'vote-cast': (all, { item, voter, on, counts }) => {
    const before = deliberatedOn(all, item);
    return { ...all, [item]: { ...before, votes: { ...before.votes, [voter]: { on, counts } } } };
  },
  'item-concluded': (all, { item, avis, reservations, voters }) => ({
    ...all,
    [item]: { ...deliberatedOn(all, item), concluded: { avis, reservations, voters } },
  }),
  'sitting-adjourned': (all) => Object.fromEntries(Object.entries(all).map(([item, one]) => [item, one.concluded ? one : { ...one, votes: {} }])),
});
