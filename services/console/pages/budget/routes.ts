import type { RouteObject } from 'react-router';

export const budgetRoutes: RouteObject[] = [{ path: '/budget', lazy: async () => ({ Component: (await import('./budget-page.tsx')).BudgetPage }) }];
