import type { RouteObject } from 'react-router';

/** The reviews asked of whoever is signed in, and each of them. */
export const reviewRoutes: RouteObject[] = [
  { path: '/reviews', lazy: async () => ({ Component: (await import('./my-reviews-page.tsx')).MyReviewsPage }) },
  { path: '/reviews/:id', lazy: async () => ({ Component: (await import('./review-page.tsx')).ReviewPage }) },
];
