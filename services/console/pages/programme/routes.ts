import type { RouteObject } from 'react-router';

/** Programmes: the policy, how it is written and adopted, the funders, and the people. */
export const programmeRoutes: RouteObject[] = [
  { path: '/programmes', lazy: async () => ({ Component: (await import('./programmes-page.tsx')).ProgrammesPage }) },
  { path: '/programmes/:id/policy/new', lazy: async () => ({ Component: (await import('./policy/editor-page.tsx')).EditorPage }) },
  { path: '/programmes/:id/policy/drafts/:draft', lazy: async () => ({ Component: (await import('./policy/draft-page.tsx')).DraftPage }) },
  { path: '/programmes/:id/policy/drafts/:draft/edit', lazy: async () => ({ Component: (await import('./policy/editor-page.tsx')).EditorPage }) },
  {
    path: '/programmes/:id',
    lazy: async () => ({ Component: (await import('./programme-page.tsx')).ProgrammePage }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./policy/read-part.tsx')).ReadPart }) },
      { path: 'funders', lazy: async () => ({ Component: (await import('./funders/funders-part.tsx')).FundersPart }) },
      { path: 'deliveries', lazy: async () => ({ Component: (await import('./deliveries/deliveries-part.tsx')).DeliveriesPart }) },
      { path: 'people', lazy: async () => ({ Component: (await import('./people/people-part.tsx')).PeoplePart }) },
      { path: 'decide', lazy: async () => ({ Component: (await import('./decide-part.tsx')).DecidePart }) },
    ],
  },
];
