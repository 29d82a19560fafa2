import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { decision } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Cents } from '../../kernel/money.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Title } from '../../kernel/words.ts';

/** The lead (chef de file) answers to the authority for the whole consortium. */
export const MemberRole = z.enum(['lead', 'partner']);

/** An organisation that takes part: registered here, by its id, or by its name. Never a person. */
export const Member = z.strictObject({
  member: ThingId,
  organisation: ThingId.optional(),
  name: Title.optional(),
  role: MemberRole,
  /** What it spends of the project's needs, in cents. */
  budget: Cents.optional(),
});
export type Member = Readonly<z.output<typeof Member>>;

export const MemberAdded = decision('member-added', 1, Member);
export const MemberRemoved = decision('member-removed', 1, z.strictObject({ member: ThingId }));

/** The members of the consortium, in the order in which they joined; none where the holder applies alone. */
export const consortium = facet([] as readonly Member[], [MemberAdded, MemberRemoved], {
  'member-added': (all, added) => [...all, added],
  'member-removed': (all, { member }) => all.filter((known) => known.member !== member),
});

export const consortiumRefusals = ['consortium-without-lead', 'member-budgets-missing', 'member-budgets-not-the-needs'] as const;

/** Why a consortium cannot apply like this: it has a lead, and once one member names its budget all do, and they add up to the needs. */
export function consortiumFlaw(members: readonly Member[], needs: number): Refusal<(typeof consortiumRefusals)[number]> | undefined {
  if (members.length === 0) return undefined;
  if (!members.some(({ role }) => role === 'lead')) return refuse('consortium-without-lead');
  const without = members.filter(({ budget }) => budget === undefined).map(({ member }) => member);
  if (without.length === members.length) return undefined;
  if (without.length > 0) return refuse('member-budgets-missing', { members: without });
  const budgets = members.reduce((sum, { budget = 0 }) => sum + budget, 0);
  return budgets === needs ? undefined : refuse('member-budgets-not-the-needs', { budgets, needs });
}
