import { z } from 'zod';
import type { Actor } from '../kernel/actor.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { Day } from '../kernel/time.ts';
import { Prose } from '../kernel/words.ts';
import { raisedPolicy } from './older-policies.ts';
import { Policy } from './policy.ts';

/** Drafts of a policy are numbered from 1; a number is never used again. */
export const DraftNumber = z.int().min(1);

interface WithPolicy {
  readonly policy: Readonly<Record<string, unknown>>;
}

/** The same with the keys that policies have since. The shape of what holds a policy is raised with each of them. */
function raised<Older extends WithPolicy>(older: Older) {
  return { ...older, policy: raisedPolicy(older.policy) };
}

/** A draft, new or in place of the one with this number. */
export const PolicyDrafted = decision('policy-drafted', 2, z.strictObject({ draft: DraftNumber, policy: Policy }), { 1: raised });
export const PolicyDraftWithdrawn = decision('policy-draft-withdrawn', 1, z.strictObject({ draft: DraftNumber, reasons: Prose }));

/** The policy stands here whole, whatever becomes of its draft. `draft` is absent where it was adopted before there were drafts. */
export const PolicyAdopted = decision(
  'policy-adopted',
  3,
  z.strictObject({ policyVersion: z.int().min(1), inForceFrom: Day, policy: Policy, draft: DraftNumber.optional() }),
  { 1: raised, 2: raised },
);

export interface Draft {
  readonly policy: Policy;
  /** Who wrote it as it stands. */
  readonly by: Actor;
  readonly stage: 'open' | 'adopted' | 'withdrawn';
}

/** The drafts of the programme’s policy, by number. */
export type Drafts = Readonly<Record<number, Draft>>;

const settled = (all: Drafts, draft: number | undefined, stage: 'adopted' | 'withdrawn'): Drafts => {
  const known = draft === undefined ? undefined : all[draft];
  return draft === undefined || !known ? all : { ...all, [draft]: { ...known, stage } };
};

export const drafts = facet({} as Drafts, [PolicyDrafted, PolicyDraftWithdrawn, PolicyAdopted], {
  'policy-drafted': (all, { draft, policy }, { by }) => ({ ...all, [draft]: { policy, by, stage: 'open' } }),
  'policy-draft-withdrawn': (all, { draft }) => settled(all, draft, 'withdrawn'),
  'policy-adopted': (all, { draft }) => settled(all, draft, 'adopted'),
});

/** The draft with a number, while it can still be changed, adopted or withdrawn; or why not. */
export function openDraft(all: Drafts, draft: number): Draft | Refusal<'policy-draft-unknown' | 'policy-draft-settled'> {
  const known = all[draft];
  if (!known) return refuse('policy-draft-unknown', { draft });
  return known.stage === 'open' ? known : refuse('policy-draft-settled', { draft });
}

/** The number of the next new draft. */
export const nextDraft = (all: Drafts): number => Math.max(0, ...Object.keys(all).map(Number)) + 1;
