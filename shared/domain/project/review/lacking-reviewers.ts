import type { Policy } from '../../programme/policy.ts';
import type { Project } from '../project.ts';
import { reviewersNeeded } from './reviews-needed.ts';

/** How many reviewers are still to be found for an application. */
export const lackingReviewers = ({ reviews, consensus }: Pick<Project, 'reviews' | 'consensus'>, policy: Policy): number =>
  reviewersNeeded(reviews, policy, consensus);
