import { Alert, Button, Group, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface StaleNoteProps {
  /** Opens what the decision is about, as it stands now. */
  readonly onLook?: (() => void) | undefined;
  readonly onGo: () => void;
}

/** That somebody was faster: look again, or go on as things stand now. */
export function StaleNote({ onLook, onGo }: StaleNoteProps) {
  const { t } = useTranslation('forms');
  return (
    <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} title={t('stale.title')} role="alert">
      <Text size="sm" mb="sm">
        {t('stale.text')}
      </Text>
      <Group gap="xs">
        {onLook && (
          <Button size="xs" variant="default" onClick={onLook}>
            {t('stale.look')}
          </Button>
        )}
        <Button size="xs" onClick={onGo}>
          {t('stale.go')}
        </Button>
      </Group>
    </Alert>
  );
}
