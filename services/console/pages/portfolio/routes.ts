import type { RouteObject } from 'react-router';

export const portfolioRoutes: RouteObject[] = [
  { path: '/portfolio', lazy: async () => ({ Component: (await import('./portfolio-page.tsx')).PortfolioPage }) },
];
