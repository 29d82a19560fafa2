/** The workflows, as the bundle takes them: every function exported here is one. */
export { callLifecycle } from './call-lifecycle.ts';
export { committeeSitting } from './committee-sitting.ts';
export { projectJourney } from './project-journey.ts';
export { srlReviews } from './srl-reviews.ts';
