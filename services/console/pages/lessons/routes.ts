import type { RouteObject } from 'react-router';

/** What projects learned, for others to find. */
export const lessonRoutes: RouteObject[] = [
  { path: '/lessons', lazy: async () => ({ Component: (await import('./lessons-page.tsx')).LessonsPage }) },
];
