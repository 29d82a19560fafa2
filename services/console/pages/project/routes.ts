import type { RouteObject } from 'react-router';

/** A project: its parts are addresses of their own, so that each can be linked to. Further parts are further children. */
export const projectRoutes: RouteObject[] = [
  {
    path: '/projects/:id',
    lazy: async () => ({ Component: (await import('./project-page.tsx')).ProjectPage }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./overview.tsx')).Overview }) },
      { path: 'target-system', lazy: async () => ({ Component: (await import('../target-system/target-system-part.tsx')).TargetSystemPart }) },
      { path: 'experiment', lazy: async () => ({ Component: (await import('../experiment/experiment-part.tsx')).ExperimentPart }) },
      { path: 'milestones', lazy: async () => ({ Component: (await import('../milestones/milestones-part.tsx')).MilestonesPart }) },
      { path: 'support', lazy: async () => ({ Component: (await import('../support/support-part.tsx')).SupportPart }) },
      { path: 'srl', lazy: async () => ({ Component: (await import('./srl/srl-part.tsx')).SrlPart }) },
      { path: 'gate', lazy: async () => ({ Component: (await import('../gate/gate-part.tsx')).GatePart }) },
      { path: 'timeline', lazy: async () => ({ Component: (await import('./timeline.tsx')).Timeline }) },
      { path: 'past', lazy: async () => ({ Component: (await import('../audit/past/project-past.tsx')).ProjectPast }) },
      { path: 'decide', lazy: async () => ({ Component: (await import('./decide-part.tsx')).DecidePart }) },
    ],
  },
];
