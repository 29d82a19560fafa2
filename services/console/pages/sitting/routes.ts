import type { RouteObject } from 'react-router';

/** The sittings of the committee, and each of them. */
export const sittingRoutes: RouteObject[] = [
  { path: '/sittings', lazy: async () => ({ Component: (await import('./sittings-page.tsx')).SittingsPage }) },
  { path: '/sittings/:id', lazy: async () => ({ Component: (await import('./sitting-page.tsx')).SittingPage }) },
];
