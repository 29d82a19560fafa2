import type { RouteObject } from 'react-router';

export const funderRoutes: RouteObject[] = [
  { path: '/co-funded', lazy: async () => ({ Component: (await import('./funder-page.tsx')).FunderPage }) },
  { path: '/decisions', lazy: async () => ({ Component: (await import('./decisions-page.tsx')).DecisionsPage }) },
];
