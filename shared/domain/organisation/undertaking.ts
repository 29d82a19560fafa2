import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';

/** On the organisation that joins or leaves: the one at the head of the group. */
export const UndertakingJoined = decision('undertaking-joined', 1, z.strictObject({ head: ThingId }));
export const UndertakingLeft = decision('undertaking-left', 1, z.strictObject({ head: ThingId }));
/** On the head: who joined or left. */
export const MemberJoined = decision('undertaking-member-joined', 1, z.strictObject({ member: ThingId }));
export const MemberLeft = decision('undertaking-member-left', 1, z.strictObject({ member: ThingId }));

/** The single undertaking (entreprise unique) that an organisation belongs to: it has a head, or is one with members, or stands alone. */
export interface Undertaking {
  readonly head?: string;
  readonly members: readonly string[];
}

export const undertaking = facet({ members: [] } as Undertaking, [UndertakingJoined, UndertakingLeft, MemberJoined, MemberLeft], {
  'undertaking-joined': ({ members }, { head }) => ({ members, head }),
  'undertaking-left': ({ members }) => ({ members }),
  'undertaking-member-joined': (all, { member }) => ({ ...all, members: [...all.members.filter((other) => other !== member), member] }),
  'undertaking-member-left': (all, { member }) => ({ ...all, members: all.members.filter((other) => other !== member) }),
});
