import { Alert, AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure, useNetwork } from '@mantine/hooks';
import { IconCloudOff } from '@tabler/icons-react';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { me } from '../api/session.ts';
import { listen } from '../live/live.ts';
import { Bars, Boundary } from '../ui/boundary.tsx';
import { AccountIcon } from './account-icon.tsx';
import { Brand } from './brand.tsx';
import { LanguageButton } from './language-button.tsx';
import classes from './layout.module.css';
import { Navigation } from './navigation.tsx';
import { SearchButton } from './search-button.tsx';
import { SignIn } from './sign-in.tsx';

const AccountMenu = lazy(async () => ({ default: (await import('./account-menu.tsx')).AccountMenu }));

/** What surrounds every page. Nobody signed in: the way to sign in stands in the page's place, so that its address is kept. */
export function Layout() {
  return (
    <Boundary whole>
      <Signed />
    </Boundary>
  );
}

function Signed() {
  const { data } = useSuspenseQuery(me);
  return data ? <Frame /> : <SignIn />;
}

function Frame() {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  const queries = useQueryClient();
  useEffect(() => listen(queries), [queries]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes as one goes elsewhere
  useEffect(() => close(), [pathname, close]);
  return (
    <AppShell header={{ height: 58 }} navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }} padding={0}>
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      <AppShell.Header className={`${classes.header} no-print`}>
        <Group h="100%" px={{ base: 'sm', sm: 'lg' }} justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={opened ? t('nav.close') : t('nav.open')}
              aria-expanded={opened}
            />
            <Brand />
          </Group>
          <Group gap="xs" wrap="nowrap">
            <SearchButton />
            <LanguageButton />
            <Suspense fallback={<AccountIcon />}>
              <AccountMenu />
            </Suspense>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={`${classes.navbar} no-print`} aria-label={t('nav.label')}>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main>
        <div id="content" className={classes.content} tabIndex={-1}>
          <OfflineNote />
          <Boundary whole key={pathname.split('/').slice(0, 3).join('/')}>
            <Suspense fallback={<Bars count={6} />}>
              <Outlet />
            </Suspense>
          </Boundary>
        </div>
      </AppShell.Main>
      <ScrollRestoration />
    </AppShell>
  );
}

function OfflineNote() {
  const { t } = useTranslation();
  const { online } = useNetwork();
  if (online) return null;
  return (
    <Alert color="yellow" icon={<IconCloudOff aria-hidden />} mb="md" role="status" className="no-print">
      {t('offline')}
    </Alert>
  );
}
