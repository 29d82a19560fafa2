import type { RouteObject } from 'react-router';

/** The SRL review that is open on a project: assessing, reconciling, concluding. */
export const srlReviewRoutes: RouteObject[] = [
  { path: '/projects/:id/srl-review', lazy: async () => ({ Component: (await import('./srl-review-page.tsx')).SrlReviewPage }) },
];
