import { describe, expect, it } from 'vitest';
import { by } from '../../kernel/testing/given-when-then.ts';
import { invitingExample } from '../../people/inviting.ts';
import { programmeStory } from '../../testing/stories.ts';
import { ProjectTransferred } from '../agreement/agreement.ts';
import { ApplicationStarted, ApplicationWithdrawn, DeclaredEligible } from '../application/application.ts';
import { isHolder, project } from '../project.ts';
import { assignReviewer } from '../review/assign-reviewer.ts';
import { ReviewerAssigned } from '../review/review.ts';
import { AssessorNamed } from '../srl/assessors.ts';
import { acceptTeamInvitation } from './accept-team-invitation.ts';
import { inviteToTeam } from './invite-to-team.ts';
import { nameTeamMember } from './name-team-member.ts';
import { removeTeamMember } from './remove-team-member.ts';
import { partOf, TeamInvitationAccepted, TeamInvitationMade, TeamInvitationWithdrawn, TeamMemberNamed, TeamMemberRemoved } from './team.ts';
import { withdrawTeamInvitation } from './withdraw-team-invitation.ts';

const holder = by('hal');
const draft = programmeStory
  .of('project-repair')
  .at('2027-01-10T09:00:00Z')
  .and(ApplicationStarted({ call: 'spring', holder: 'hal' }));
const colleague = { person: 'cleo', part: 'editor' } as const;
const withCleo = draft.and(TeamMemberNamed(colleague));
const part = (world: typeof draft, person = 'cleo') => partOf(world.state(project).team, person);

describe('the team of a project', () => {
  it('is named by its holder, part by part', async () => {
    const asked = draft.when(nameTeamMember, holder, colleague);
    await asked.decides(TeamMemberNamed(colleague));
    expect(part(await asked.after())).toBe('editor');
    await withCleo.when(nameTeamMember, holder, colleague).refuses('team-part-already-held');
    expect(part(await withCleo.when(nameTeamMember, holder, { ...colleague, part: 'finance' }).after())).toBe('finance');
  });

  it('takes in neither the holder nor anybody who judges the project', async () => {
    const reviewed = draft.and(
      DeclaredEligible({ reasons: [] }),
      ReviewerAssigned({ reviewer: 'rea', dueOn: '2027-02-10' }),
      AssessorNamed({ assessor: 'rob' }),
    );
    await draft.when(nameTeamMember, holder, { person: 'hal', part: 'reader' }).refuses('already-the-holder');
    for (const person of ['rea', 'rob'])
      await reviewed.when(nameTeamMember, holder, { person, part: 'reader' }).refuses('judges-the-project', { person });
  });

  it('judges nothing of the project, nor does who left it', async () => {
    const asked = withCleo.when(removeTeamMember, holder, { person: 'cleo' });
    await asked.decides(TeamMemberRemoved({ person: 'cleo' }));
    const left = await asked.after();
    expect(part(left)).toBeUndefined();
    for (const world of [withCleo, left]) {
      expect(isHolder(world.state(project), by('cleo'))).toBe(true);
      await world
        .and(DeclaredEligible({ reasons: [] }))
        .when(assignReviewer, by('administrator'), { reviewer: 'cleo' })
        .refuses('not-by-the-holder');
    }
    await left.when(removeTeamMember, holder, { person: 'cleo' }).refuses('not-of-the-team', { person: 'cleo' });
  });

  it('takes nobody in once the project is over', async () => {
    const over = draft.and(ApplicationWithdrawn({ outcome: 'withdrawn' }));
    await over.when(nameTeamMember, holder, colleague).refuses('project-over', { stage: 'ended' });
  });

  it('stays behind when the project passes to another holder', () => {
    const transferred = ProjectTransferred({ holder: 'nina', reasons: 'Another association carries it on.' });
    expect(part(withCleo.and(transferred))).toBeUndefined();
  });
});

describe('an invitation into the team', () => {
  const made = { invitation: 'bookkeeper', part: 'finance', codeHash: invitingExample.codeHash, expiresOn: '2027-02-01' } as const;
  const invited = draft.and(TeamInvitationMade(made));
  const accept = { invitation: 'bookkeeper', code: 'b1ffe7Zr4jPzGZvtJzV1bQ' };

  it('is accepted once, by somebody who may join', async () => {
    const asked = invited.when(acceptTeamInvitation, by('finn'), accept);
    await asked.decides(TeamInvitationAccepted({ invitation: 'bookkeeper', person: 'finn' }), TeamMemberNamed({ person: 'finn', part: 'finance' }));
    await (await asked.after()).when(acceptTeamInvitation, by('mallory'), accept).refuses('invitation-settled');
    await invited.when(acceptTeamInvitation, holder, accept).refuses('already-the-holder');
    await draft.when(acceptTeamInvitation, by('finn'), accept).refuses('invitation-unknown');
  });

  it('ends with its last day, or when it is withdrawn', async () => {
    await invited.at('2027-02-02T09:00:00Z').when(acceptTeamInvitation, by('finn'), accept).refuses('invitation-expired');
    const withdrawn = invited.when(withdrawTeamInvitation, holder, { invitation: 'bookkeeper' });
    await withdrawn.decides(TeamInvitationWithdrawn({ invitation: 'bookkeeper' }));
    await (await withdrawn.after()).when(acceptTeamInvitation, by('finn'), accept).refuses('invitation-settled');
  });

  it('is made for two months at most, under a name of its own', async () => {
    await draft.when(inviteToTeam, holder, made).decides(TeamInvitationMade(made));
    await draft.when(inviteToTeam, holder, { ...made, expiresOn: '2027-04-01' }).refuses('invitation-days');
    await invited.when(inviteToTeam, holder, made).refuses('invitation-known');
  });
});
