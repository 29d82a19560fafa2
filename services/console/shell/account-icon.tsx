import { ActionIcon, type ActionIconProps } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';

/** What opens the account menu; alone, until the code of the menu is there. */
export function AccountIcon(props: ActionIconProps & ComponentPropsWithRef<'button'>) {
  const { t } = useTranslation();
  return (
    <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('account.label')} {...props}>
      <IconUserCircle size={24} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}
