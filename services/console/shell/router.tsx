import { createBrowserRouter } from 'react-router';
import { routes } from '../pages/areas.ts';
import { Layout } from './layout.tsx';
import { NotFound } from './not-found.tsx';
import { withPageCode } from './page-code.ts';
import { RouteProblem } from './route-problem.tsx';

export const router = createBrowserRouter([
  {
    Component: Layout,
    HydrateFallback: () => null,
    ErrorBoundary: RouteProblem,
    children: [{ ErrorBoundary: RouteProblem, children: [...withPageCode(routes), { path: '*', Component: NotFound }] }],
  },
]);
