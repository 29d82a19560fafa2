import { NavLink } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NavLink as RouterLink, useLocation } from 'react-router';
import { useMe } from '../api/session.ts';
import { destinations } from '../pages/areas.ts';
import classes from './navigation.module.css';

export function Navigation() {
  const { t } = useTranslation();
  const { roles } = useMe();
  const { pathname } = useLocation();
  const shown = destinations.filter((destination) => !destination.roles || destination.roles.some((role) => roles.includes(role)));
  return (
    <ul className={classes.list}>
      {shown.map(({ to, label, icon: Icon }) => (
        <li key={to}>
          <NavLink
            component={RouterLink}
            to={to}
            active={to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`)}
            label={t(`nav.${label}`)}
            leftSection={<Icon size={20} stroke={1.7} aria-hidden />}
            className={classes.link}
          />
        </li>
      ))}
    </ul>
  );
}
