import { Menu, Text, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { send } from '../api/client.ts';
import { useMe } from '../api/session.ts';
import { chooseLanguage } from '../words/start.ts';
import { AccountIcon } from './account-icon.tsx';

const schemes = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconDeviceDesktop],
] as const;

/** Who one is here, the colours, and the way out; on a phone the language too. */
export function AccountMenu() {
  const { t, i18n } = useTranslation(['shell', 'terms']);
  const who = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const other = i18n.language === 'en' ? 'fr' : 'en';
  const roles = who.roles.map((role) => t(`terms:role.${role as 'auditor'}`)).join(', ');
  return (
    <Menu position="bottom-end" width={260} shadow="md">
      <Menu.Target>
        <AccountIcon />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('account.signedInAs')}</Menu.Label>
        <Text px="sm" fw={600}>
          {who.name ?? who.id}
        </Text>
        <Text px="sm" pb="xs" size="sm" c="dimmed">
          {roles || t('account.noRole')}
        </Text>
        <Menu.Divider />
        <Menu.Item hiddenFrom="sm" lang={other} onClick={() => void chooseLanguage(other)}>
          {t('language.switchTo')}
        </Menu.Item>
        <Menu.Label>{t('scheme.label')}</Menu.Label>
        {schemes.map(([scheme, Icon]) => (
          <Menu.Item
            key={scheme}
            onClick={() => setColorScheme(scheme)}
            leftSection={<Icon size={16} aria-hidden />}
            rightSection={colorScheme === scheme && <IconCheck size={16} aria-hidden />}
          >
            {t(`scheme.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <SignOut />
      </Menu.Dropdown>
    </Menu>
  );
}

function SignOut() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const leave = async () => {
    const response = await send('/auth/sign-out', { method: 'POST' }).catch(() => undefined);
    queries.clear();
    const body = (await response?.json().catch(() => undefined)) as { readonly location?: string } | undefined;
    location.assign(body?.location ?? '/');
  };
  return (
    <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave()}>
      {t('account.signOut')}
    </Menu.Item>
  );
}
