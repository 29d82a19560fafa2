import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCloudCheck, IconCloudUp, IconDeviceFloppy, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../forms/refused.tsx';
import { useFieldWords } from '../../forms/use-field-words.ts';
import classes from './application.module.css';
import type { Application } from './use-application.ts';

/** Where what is typed stands: recorded, kept in the browser, refused with the reason, or overtaken by somebody else. */
export function SaveBar({ application }: { readonly application: Application }) {
  const { t } = useTranslation('application');
  const words = useFieldWords();
  const { saving, record, problem, unrecorded, restored, keepMine, takeTheirs } = application;
  const Shape = saving === 'recorded' ? IconCloudCheck : saving === 'recording' ? IconCloudUp : IconDeviceFloppy;
  return (
    <>
      <div className={`${classes.bar} no-print`}>
        <Group gap={6} wrap="nowrap" role="status">
          <Shape size={18} stroke={1.6} aria-hidden />
          <Text size="sm" c="dimmed">
            {t(restored && saving === 'kept' ? 'saving.found' : `saving.${saving}`)}
          </Text>
        </Group>
        {(saving === 'kept' || saving === 'refused') && (
          <Button size="compact-sm" variant="default" onClick={() => void record()}>
            {t('saving.now')}
          </Button>
        )}
      </div>
      {saving === 'refused' && problem && <Refused problem={problem} />}
      {saving === 'changed-elsewhere' && (
        <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} title={t('elsewhere.title')} role="alert" mb="md">
          <Text size="sm" mb="sm">
            {t('elsewhere.text', { parts: unrecorded.map(words.field).join(', ') })}
          </Text>
          <Group gap="xs">
            <Button size="xs" onClick={keepMine}>
              {t('elsewhere.mine')}
            </Button>
            <Button size="xs" variant="default" onClick={takeTheirs}>
              {t('elsewhere.theirs')}
            </Button>
          </Group>
        </Alert>
      )}
    </>
  );
}
