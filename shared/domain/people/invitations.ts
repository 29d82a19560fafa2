import { z } from 'zod';
import { PersonId, ThingId } from '../kernel/actor.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { Role } from '../kernel/role.ts';
import { Day } from '../kernel/time.ts';
import { Limits } from './roles.ts';

/** SHA-256 of an invitation's code, in hexadecimal. The code itself goes to the person who is invited, and into no record before it is used up. */
export const CodeHash = z.string().regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the code, as 64 hexadecimal digits');
/** At least 128 bits that nobody can guess, in base64url. */
export const Code = z.string().regex(/^[A-Za-z0-9_-]{22,86}$/, 'the code as it stands in the invitation');

export const PersonInvited = decision(
  'person-invited',
  1,
  z.strictObject({ invitation: ThingId, role: Role, codeHash: CodeHash, expiresOn: Day, ...Limits.shape }),
);
export const InvitationAccepted = decision('invitation-accepted', 1, z.strictObject({ invitation: ThingId, person: PersonId }));
export const InvitationWithdrawn = decision('invitation-withdrawn', 1, z.strictObject({ invitation: ThingId }));

/** An invitation to a role, for whoever has its code: no name and no address is known before the person signs in. */
export interface Invitation extends Limits {
  readonly role: Role;
  readonly codeHash: string;
  readonly expiresOn: string;
  readonly inviter: string;
  readonly settled?: 'accepted' | 'withdrawn';
}
export type Invitations = Readonly<Record<string, Invitation>>;

const settle = (all: Invitations, id: string, settled: Invitation['settled']): Invitations => {
  const known = invitationIn(all, id);
  return known && settled ? { ...all, [id]: { ...known, settled } } : all;
};

export const invitations = facet({} as Invitations, [PersonInvited, InvitationAccepted, InvitationWithdrawn], {
  'person-invited': (all, { invitation, ...asked }, { by }) => ({ ...all, [invitation]: { ...asked, inviter: by.id } }),
  'invitation-accepted': (all, { invitation }) => settle(all, invitation, 'accepted'),
  'invitation-withdrawn': (all, { invitation }) => settle(all, invitation, 'withdrawn'),
});

export const invitationIn = (all: Invitations, id: string): Invitation | undefined => (Object.hasOwn(all, id) ? all[id] : undefined);
