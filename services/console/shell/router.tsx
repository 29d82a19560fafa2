import { createBrowserRouter } from 'react-router';
import { routes } from '../pages/areas.ts';
import { Layout } from './layout.tsx';
import { NotFound } from './not-found.tsx';
import { RouteProblem } from './route-problem.tsx';

export const router = createBrowserRouter([
  {
    Component: Layout,
    HydrateFallback: () => null,
    ErrorBoundary: RouteProblem,
    children: [{ ErrorBoundary: RouteProblem, children: [...routes, { path: '*', Component: NotFound }] }],
  },
]);
