import { describe, expect, it } from 'vitest';
import { by } from '../../kernel/testing/given-when-then.ts';
import { inConcept, inReview } from '../../testing/stories.ts';
import { project } from '../project.ts';
import { ConflictDeclared } from '../review/review.ts';
import { AccompanierNamed } from '../support/support.ts';
import { TeamMemberNamed } from '../team/team.ts';
import { AssessorNamed, AssessorReleased, assessorsNow } from './assessors.ts';
import { nameAssessor } from './name-assessor.ts';
import { releaseAssessor } from './release-assessor.ts';

const administrator = by('administrator');
const zoe = { assessor: 'zoe' };
const named = inConcept.and(AssessorNamed(zoe));
const now = (world: typeof inConcept) => assessorsNow(world.state(project));

describe('the assessors of a project', () => {
  it('are those who reviewed its application, and those who are named', async () => {
    const asked = inConcept.when(nameAssessor, administrator, zoe);
    await asked.decides(AssessorNamed(zoe));
    expect(now(await asked.after())).toEqual([...now(inConcept), 'zoe']);
    await named.when(nameAssessor, administrator, zoe).refuses('assessor-already-named', zoe);
  });

  it('see and assess it no more once they are released, and can be named anew', async () => {
    const asked = named.when(releaseAssessor, administrator, zoe);
    await asked.decides(AssessorReleased(zoe));
    const released = await asked.after();
    expect(now(released)).not.toContain('zoe');
    await released.when(releaseAssessor, administrator, zoe).refuses('not-an-assessor', zoe);
    await released.when(nameAssessor, administrator, zoe).decides(AssessorNamed(zoe));
  });

  it('are neither its holder nor of its team, nor accompany it, nor are in conflict of interest', async () => {
    const holder = inConcept.state(project).application.holder;
    await inConcept.when(nameAssessor, administrator, { assessor: holder }).refuses('not-by-the-holder');
    await inConcept
      .and(TeamMemberNamed({ person: 'zoe', part: 'reader' }))
      .when(nameAssessor, administrator, zoe)
      .refuses('not-by-the-holder');
    await inConcept
      .and(AccompanierNamed({ accompanier: 'zoe' }))
      .when(nameAssessor, administrator, zoe)
      .refuses('accompanies-the-project');
    const conflicted = inConcept.record(by('zoe'), {
      stream: inConcept.subject,
      decision: ConflictDeclared({ reviewer: 'zoe', nature: 'board-member' }),
    });
    await conflicted.when(nameAssessor, administrator, zoe).refuses('conflict-of-interest', { nature: 'board-member' });
  });

  it('are named once there is an agreement to follow', () => inReview.when(nameAssessor, administrator, zoe).refuses('project-not-running'));
});
