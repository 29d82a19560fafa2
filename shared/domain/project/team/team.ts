import { z } from 'zod';
import { PersonId, ThingId } from '../../kernel/actor.ts';
import { decision } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Day } from '../../kernel/time.ts';
import { CodeHash } from '../../people/invitations.ts';
import { ProjectTransferred } from '../agreement/agreement.ts';

export const TeamPart = z.enum(['editor', 'finance', 'reader']);
export type TeamPart = z.output<typeof TeamPart>;

export const TeamMemberNamed = decision('team-member-named', 1, z.strictObject({ person: PersonId, part: TeamPart }));
export const TeamMemberRemoved = decision('team-member-removed', 1, z.strictObject({ person: PersonId }));
export const TeamInvitationMade = decision(
  'team-invitation-made',
  1,
  z.strictObject({ invitation: ThingId, part: TeamPart, codeHash: CodeHash, expiresOn: Day }),
);
export const TeamInvitationAccepted = decision('team-invitation-accepted', 1, z.strictObject({ invitation: ThingId, person: PersonId }));
export const TeamInvitationWithdrawn = decision('team-invitation-withdrawn', 1, z.strictObject({ invitation: ThingId }));

export interface TeamInvitation {
  readonly part: TeamPart;
  readonly codeHash: string;
  readonly expiresOn: string;
  readonly settled?: 'accepted' | 'withdrawn';
}

export interface Team {
  /** Everybody who is in the team or was: who left keeps the entry. */
  readonly members: Readonly<Record<string, TeamPart | 'left'>>;
  readonly invitations: Readonly<Record<string, TeamInvitation>>;
}

const nobody: Team = { members: {}, invitations: {} };
const joining = (all: Team, person: string, part: Team['members'][string]): Team => ({ ...all, members: { ...all.members, [person]: part } });

function settling(all: Team, id: string, settled: 'accepted' | 'withdrawn'): Team {
  const known = teamInvitationIn(all, id);
  return known ? { ...all, invitations: { ...all.invitations, [id]: { ...known, settled } } } : all;
}

export const team = facet(
  nobody,
  [TeamMemberNamed, TeamMemberRemoved, TeamInvitationMade, TeamInvitationAccepted, TeamInvitationWithdrawn, ProjectTransferred],
  {
    'team-member-named': (all, { person, part }) => joining(all, person, part),
    'team-member-removed': (all, { person }) => joining(all, person, 'left'),
    'team-invitation-made': (all, { invitation, ...made }) => ({ ...all, invitations: { ...all.invitations, [invitation]: made } }),
    'team-invitation-accepted': (all, { invitation }) => settling(all, invitation, 'accepted'),
    'team-invitation-withdrawn': (all, { invitation }) => settling(all, invitation, 'withdrawn'),
    'project-transferred': ({ members }) => ({
      members: Object.fromEntries(Object.keys(members).map((person) => [person, 'left' as const])),
      invitations: {},
    }),
  },
);

export const teamInvitationIn = ({ invitations }: Team, id: string): TeamInvitation | undefined =>
  Object.hasOwn(invitations, id) ? invitations[id] : undefined;

/** What somebody is in the team now. */
export function partOf({ members }: Team, person: string): TeamPart | undefined {
  const part = Object.hasOwn(members, person) ? members[person] : undefined;
  return part === 'left' ? undefined : part;
}

/** Whoever is in the team, or was. */
export const isOrWasOfTheTeam = ({ members }: Team, person: string): boolean => Object.hasOwn(members, person);
