import type { RouteObject } from 'react-router';

/** The board of calls, and a call with its parts. */
export const callRoutes: RouteObject[] = [
  { path: '/calls', lazy: async () => ({ Component: (await import('./board-page.tsx')).BoardPage }) },
  { path: '/calls/new', lazy: async () => ({ Component: (await import('./new-call-page.tsx')).NewCallPage }) },
  {
    path: '/calls/:id',
    lazy: async () => ({ Component: (await import('./call-page.tsx')).CallPage }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./applications.tsx')).Applications }) },
      { path: 'ranking', lazy: async () => ({ Component: (await import('./ranking/ranking.tsx')).Ranking }) },
      { path: 'what-if', lazy: async () => ({ Component: (await import('./trial/trial-part.tsx')).TrialPart }) },
      { path: 'reviewers', lazy: async () => ({ Component: (await import('../reviewers/reviewers-part.tsx')).ReviewersPart }) },
      { path: 'past', lazy: async () => ({ Component: (await import('../audit/past/call-past.tsx')).CallPast }) },
      { path: 'questions', lazy: async () => ({ Component: (await import('./questions.tsx')).Questions }) },
      { path: 'decide', lazy: async () => ({ Component: (await import('./decide-part.tsx')).DecidePart }) },
    ],
  },
];
