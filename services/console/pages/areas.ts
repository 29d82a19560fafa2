import {
  type Icon,
  IconAccessible,
  IconBook2,
  IconBriefcase,
  IconBulb,
  IconCalendarDue,
  IconChecklist,
  IconClipboardText,
  IconCoins,
  IconFileText,
  IconFlag,
  IconPigMoney,
  IconReceiptEuro,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { RouteObject } from 'react-router';
import type { shell } from '../words/fr/shell.ts';
import { accessibilityRoutes } from './accessibility/routes.ts';
import { applicationRoutes } from './application/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { budgetRoutes } from './budget/routes.ts';
import { callRoutes } from './call/routes.ts';
import { decideRoutes } from './decide/routes.ts';
import { funderRoutes } from './funder/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { lessonRoutes } from './lessons/routes.ts';
import { obligationRoutes } from './obligations/routes.ts';
import { paymentRoutes } from './payments/routes.ts';
import { portfolioRoutes } from './portfolio/routes.ts';
import { programmeRoutes } from './programme/routes.ts';
import { projectRoutes } from './project/routes.ts';
import { reviewRoutes } from './review/routes.ts';
import { sittingRoutes } from './sitting/routes.ts';
import { srlReviewRoutes } from './srl-review/routes.ts';
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
  ...programmeRoutes,
  ...budgetRoutes,
  ...paymentRoutes,
  ...obligationRoutes,
  ...funderRoutes,
  ...accessibilityRoutes,
  ...reviewRoutes,
  ...srlReviewRoutes,
  ...sittingRoutes,
  ...lessonRoutes,
  ...thingRoutes,
  ...decideRoutes,
];

/** Those who run a programme, handle its money or audit it. */
const overseeing = ['administrator', 'auditor', 'accountant', 'instructor', 'controller', 'authorising-officer'] as const;

/** What the navigation shows, in this order. */
export const destinations: readonly Destination[] = [
  { to: '/', label: 'home', icon: IconChecklist },
  { to: '/reviews', label: 'reviews', icon: IconClipboardText, roles: ['reviewer'] },
  { to: '/portfolio', label: 'portfolio', icon: IconBriefcase },
  { to: '/calls', label: 'calls', icon: IconFileText },
  { to: '/sittings', label: 'sittings', icon: IconUsersGroup, roles: ['committee-member', 'committee-chair', 'administrator', 'funder', 'auditor'] },
  { to: '/co-funded', label: 'coFunded', icon: IconPigMoney, roles: ['funder'] },
  { to: '/obligations', label: 'obligations', icon: IconCalendarDue, roles: overseeing },
  { to: '/payments', label: 'payments', icon: IconReceiptEuro, roles: overseeing },
  { to: '/budget', label: 'budget', icon: IconCoins, roles: [...overseeing, 'committee-member', 'committee-chair', 'funder'] },
  { to: '/programmes', label: 'programme', icon: IconFlag, roles: ['administrator', 'auditor', 'funder'] },
  { to: '/lessons', label: 'lessons', icon: IconBulb },
  { to: '/journal', label: 'journal', icon: IconBook2, roles: ['auditor', 'administrator'] },
  { to: '/accessibility', label: 'accessibility', icon: IconAccessible },
];
