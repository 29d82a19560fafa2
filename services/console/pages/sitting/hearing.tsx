import { Button, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../forms/confirm.tsx';
import { told } from '../../ui/told.ts';
import type { PointProps } from './sitting.ts';

/** What an applicant answered to the committee, noted before the item is concluded. */
export function Hearing({ sitting, item }: PointProps) {
  const { t } = useTranslation('sitting');
  const [opened, { open, close }] = useDisclosure();
  const [note, setNote] = useState('');
  return (
    <>
      <Button variant="default" size="xs" onClick={open}>
        {t('hearing.open')}
      </Button>
      <Confirm
        command="sitting/hear-applicant"
        id={sitting.sitting}
        input={note.trim() === '' ? undefined : { item: item.item, note }}
        opened={opened}
        onClose={close}
        title={t('hearing.title', { title: item.title })}
        record={t('hearing.record')}
        onRecorded={() => told(t('hearing.done'))}
      >
        <Text size="sm">{t('hearing.text')}</Text>
        <Textarea label={t('hearing.label')} value={note} onChange={({ currentTarget: { value } }) => setNote(value)} autosize minRows={4} required />
      </Confirm>
    </>
  );
}
