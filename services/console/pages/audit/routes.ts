import type { RouteObject } from 'react-router';

/** What an auditor reads and questions. */
export const auditRoutes: RouteObject[] = [
  { path: '/journal', lazy: async () => ({ Component: (await import('./journal-page.tsx')).JournalPage }) },
  { path: '/decisions/:id', lazy: async () => ({ Component: (await import('./decision-page.tsx')).DecisionPage }) },
];
