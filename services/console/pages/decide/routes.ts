import type { RouteObject } from 'react-router';

export const decideRoutes: RouteObject[] = [
  { path: '/do/:kind/:id/:command', lazy: async () => ({ Component: (await import('./decide-page.tsx')).DecidePage }) },
  { path: '/do/:kind/:command', lazy: async () => ({ Component: (await import('./create-page.tsx')).CreatePage }) },
];
