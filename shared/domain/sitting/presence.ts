import { z } from 'zod';
import { PersonId, ThingId } from '../kernel/actor.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { ConflictNature } from '../project/review/review.ts';
import { SittingAdjourned } from './convocation.ts';

/** A member who cannot come lets another one vote (pouvoir). */
export const ProxyGiven = decision('proxy-given', 1, z.strictObject({ giver: PersonId, to: PersonId }));
/** A member has no interest in what is on the agenda, save where they recuse themselves (déclaration d'absence d'intérêts). */
export const NoInterestDeclared = decision('no-interest-declared', 1, z.strictObject({ member: PersonId }));
/** A member takes no part in one item (déport). */
export const MemberRecused = decision('member-recused', 1, z.strictObject({ member: PersonId, item: ThingId, nature: ConflictNature }));
/** The sitting is open: who attends, and who presides over it. */
export const SittingOpened = decision('sitting-opened', 1, z.strictObject({ attending: z.array(PersonId).min(1).max(100), presiding: PersonId }));

export interface Presence {
  readonly attending: readonly string[];
  /** Whose vote decides a tie, and who signs the minutes; empty while the sitting is not open. */
  readonly presiding: string;
  /** Who votes for whom, by the giver. */
  readonly proxies: Readonly<Record<string, string>>;
  readonly disinterested: readonly string[];
  /** Who recused themselves, by item. */
  readonly recused: Readonly<Record<string, readonly string[]>>;
}

const nobody: Presence = { attending: [], presiding: '', proxies: {}, disinterested: [], recused: {} };

export const presence = facet(nobody, [ProxyGiven, NoInterestDeclared, MemberRecused, SittingOpened, SittingAdjourned], {
  'proxy-given': (all, { giver, to }) => ({ ...all, proxies: { ...all.proxies, [giver]: to } }),
  'no-interest-declared': (all, { member }) => ({ ...all, disinterested: [...all.disinterested, member] }),
  'member-recused': (all, { member, item }) => ({ ...all, recused: { ...all.recused, [item]: [...(all.recused[item] ?? []), member] } }),
  'sitting-opened': (all, { attending, presiding }) => ({ ...all, attending, presiding }),
  // A proxy is given for a date; what somebody declared of themselves holds for the agenda.
  'sitting-adjourned': (all) => ({ ...all, attending: [], presiding: '', proxies: {} }),
});
