import { Alert, Button, Group, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/format.ts';

/** That something typed earlier was found again, and the way to a blank page. */
export function RestoredNote({ savedAt, onDiscard }: { readonly savedAt: string; readonly onDiscard: () => void }) {
  const { t } = useTranslation('forms');
  const { moment } = useFormat();
  return (
    <Alert color="pine" icon={<IconHistory aria-hidden />} p="sm" mb="md">
      <Group justify="space-between">
        <Text size="sm">{t('draft.restored', { at: moment(savedAt) })}</Text>
        <Button variant="subtle" size="compact-sm" onClick={onDiscard}>
          {t('draft.discard')}
        </Button>
      </Group>
    </Alert>
  );
}
