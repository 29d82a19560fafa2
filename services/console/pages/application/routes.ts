import type { RouteObject } from 'react-router';

/** Applying to a call, and the file of an application: each section has an address of its own, so that what is missing can be linked to. */
export const applicationRoutes: RouteObject[] = [
  { path: '/calls/:id/apply', lazy: async () => ({ Component: (await import('./apply-page.tsx')).ApplyPage }) },
  { path: '/projects/:id/application/receipt', lazy: async () => ({ Component: (await import('./receipt-page.tsx')).ReceiptPage }) },
  {
    path: '/projects/:id/application',
    lazy: async () => ({ Component: (await import('./application-page.tsx')).ApplicationPage }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./first-section.tsx')).FirstSection }) },
      { path: 'project', lazy: async () => ({ Component: (await import('./sections/schema-section.tsx')).ProjectSection }) },
      { path: 'works', lazy: async () => ({ Component: (await import('./sections/schema-section.tsx')).WorksSection }) },
      { path: 'budget', lazy: async () => ({ Component: (await import('./sections/budget-section.tsx')).BudgetSection }) },
      { path: 'breakthrough', lazy: async () => ({ Component: (await import('./sections/claims-section.tsx')).BreakthroughSection }) },
      { path: 'research', lazy: async () => ({ Component: (await import('./sections/claims-section.tsx')).ResearchSection }) },
      { path: 'reading', lazy: async () => ({ Component: (await import('./sections/reading-section.tsx')).ReadingSection }) },
      { path: 'form', lazy: async () => ({ Component: (await import('./sections/schema-section.tsx')).FormSection }) },
      { path: 'partners', lazy: async () => ({ Component: (await import('./sections/partners-section.tsx')).PartnersSection }) },
      { path: 'pieces', lazy: async () => ({ Component: (await import('./sections/pieces-section.tsx')).PiecesSection }) },
      { path: 'hand-in', lazy: async () => ({ Component: (await import('./sections/hand-in-section.tsx')).HandInSection }) },
    ],
  },
];
