import type { RouteObject } from 'react-router';

/** Things that have no page of their own yet: what may be decided on them. */
export const thingRoutes: RouteObject[] = (['organisation'] as const).map((kind) => ({
  path: `/${kind}s/:id`,
  lazy: async () => {
    const { ThingPage } = await import('./thing-page.tsx');
    return { element: <ThingPage kind={kind} /> };
  },
}));
