import type { RouteObject } from 'react-router';
import { offline } from '../api/problem.ts';

/** Routes whose code is fetched when they are gone to. Where that fails, for want of a network or because a newer console stands in its place, it is told as nobody answering. */
export const withPageCode = (routes: readonly RouteObject[]): RouteObject[] =>
  routes.map((route) => {
    const { lazy, children } = route;
    return {
      ...route,
      ...(typeof lazy === 'function' && {
        lazy: () =>
          lazy().catch(() => {
            throw offline();
          }),
      }),
      ...(children && { children: withPageCode(children) }),
    } as RouteObject;
  });
