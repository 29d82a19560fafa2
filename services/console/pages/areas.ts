import { type Icon, IconBook2, IconBriefcase, IconChecklist, IconFileText } from '@tabler/icons-react';
import type { RouteObject } from 'react-router';
import type { shell } from '../words/fr/shell.ts';
import { applicationRoutes } from './application/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { callRoutes } from './call/routes.ts';
import { decideRoutes } from './decide/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { portfolioRoutes } from './portfolio/routes.ts';
import { projectRoutes } from './project/routes.ts';
import { thingRoutes } from './thing/routes.tsx';

export interface Destination {
  readonly to: string;
  readonly label: Exclude<keyof typeof shell.nav, 'label' | 'open' | 'close'>;
  readonly icon: Icon;
  /** Whoever holds one of these sees it in the navigation; everybody where absent. The API decides what they see there. */
  readonly roles?: readonly string[];
}

/** The addresses of each area's pages. A new area is a folder with its `routes.ts`, and one line here. */
export const routes: RouteObject[] = [
  ...homeRoutes,
  ...applicationRoutes,
  ...portfolioRoutes,
  ...projectRoutes,
  ...callRoutes,
  ...auditRoutes,
  ...thingRoutes,
  ...decideRoutes,
];

/** What the navigation shows, in this order. */
export const destinations: readonly Destination[] = [
  { to: '/', label: 'home', icon: IconChecklist },
  { to: '/portfolio', label: 'portfolio', icon: IconBriefcase },
  { to: '/calls', label: 'calls', icon: IconFileText },
  { to: '/journal', label: 'journal', icon: IconBook2, roles: ['auditor', 'administrator'] },
];
