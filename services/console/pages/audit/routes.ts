import type { RouteObject } from 'react-router';

/** What an auditor reads and questions. */
export const auditRoutes: RouteObject[] = [
  { path: '/journal', lazy: async () => ({ Component: (await import('./journal-page.tsx')).JournalPage }) },
  { path: '/decisions/:id', lazy: async () => ({ Component: (await import('./decision-page.tsx')).DecisionPage }) },
  { path: '/access-journal', lazy: async () => ({ Component: (await import('./access-page.tsx')).AccessPage }) },
  { path: '/projects/:id/audit-file', lazy: async () => ({ Component: (await import('./file/file-page.tsx')).AuditFilePage }) },
  { path: '/portfolio/past', lazy: async () => ({ Component: (await import('./past/portfolio-past.tsx')).PortfolioPast }) },
  { path: '/programmes/:id/redecided', lazy: async () => ({ Component: (await import('./redecided/redecided-page.tsx')).RedecidedPage }) },
];
