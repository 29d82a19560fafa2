import type { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import type { Decision } from '../kernel/decision.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { Role } from '../kernel/role.ts';
import { addToDay, Day } from '../kernel/time.ts';
import { whyNotGranted, whyNotLimitedSo } from './granting.ts';
import { CodeHash, type Invitation, InvitationAccepted, type Invitations, invitationIn, PersonInvited } from './invitations.ts';
import type { People } from './people.ts';
import { Limits, RoleGranted } from './roles.ts';

/** For how many days an invitation can be open. */
export const INVITATION_DAYS = 60;

/** What somebody says who invites. */
export const Inviting = { invitation: ThingId, role: Role, codeHash: CodeHash, expiresOn: Day, ...Limits.shape };
export const invitingExample = {
  invitation: 'reviewer-of-spring',
  role: 'reviewer',
  codeHash: '85144025a4f5adf5b6a8273a9453976a4733739ed1f021db38391755af453470',
  expiresOn: '2027-02-01',
} as const;

export const notInvited = [
  'invitation-known',
  'invitation-days',
  'role-ends-before-today',
  'funder-of-no-funder-role',
  'support-for-too-long',
] as const;

type Asked = z.output<(typeof PersonInvited)['data']>;

/** An invitation, or why it cannot be made. */
export function inviting(all: Invitations, asked: Asked, day: string): Refusal<(typeof notInvited)[number]> | ReturnType<typeof PersonInvited> {
  const latest = addToDay(day, `P${INVITATION_DAYS}D`);
  if (invitationIn(all, asked.invitation)) return refuse('invitation-known', { invitation: asked.invitation });
  if (asked.expiresOn < day || asked.expiresOn > latest) return refuse('invitation-days', { today: day, latest });
  return whyNotLimitedSo(asked, day) ?? PersonInvited(asked);
}

export const notOpen = ['invitation-unknown', 'invitation-settled'] as const;

/** The open invitation of a name, or why there is none. */
export function openInvitation(all: Invitations, id: string): Refusal<(typeof notOpen)[number]> | Invitation {
  const known = invitationIn(all, id);
  if (!known) return refuse('invitation-unknown', { invitation: id });
  return known.settled ? refuse('invitation-settled', { invitation: id }) : known;
}

export const notAccepted = [
  ...notOpen,
  'invitation-expired',
  'invitation-of-ones-own',
  'role-already-held',
  'role-ends-before-today',
  'funder-of-no-funder-role',
  'support-for-too-long',
] as const;

/** The role that comes of an invitation, for whoever has its code; that they have it was judged before. Nobody invites themselves. */
export function accepting(
  people: People & { readonly invitations: Invitations },
  id: string,
  person: string,
  day: string,
): Refusal<(typeof notAccepted)[number]> | readonly Decision[] {
  const open = openInvitation(people.invitations, id);
  if ('refused' in open) return open;
  const { role, expiresOn, inviter, until, funder } = open;
  if (expiresOn < day) return refuse('invitation-expired', { expiresOn });
  if (inviter === person) return refuse('invitation-of-ones-own');
  const granted = { person, role, ...(until !== undefined && { until }), ...(funder !== undefined && { funder }) };
  return whyNotGranted(people, granted, day) ?? [InvitationAccepted({ invitation: id, person }), RoleGranted(granted)];
}
