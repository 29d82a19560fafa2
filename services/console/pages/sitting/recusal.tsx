import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../forms/confirm.tsx';
import { told } from '../../ui/told.ts';
import { type ConflictNature, NatureChoice } from '../review/nature-choice.tsx';
import type { PointProps } from './sitting.ts';

/** A member steps aside from one item, with what ties them to the applicant. */
export function Recusal({ sitting, item, person }: PointProps) {
  const { t } = useTranslation('sitting');
  const [opened, { open, close }] = useDisclosure();
  const [nature, setNature] = useState<ConflictNature>();
  const isMember = sitting.members.some((one) => one.person === person);
  if (!isMember || sitting.stage === 'held' || sitting.stage === 'cancelled') return null;
  return (
    <>
      <Button variant="default" size="xs" onClick={open} aria-label={t('recuse.from', { title: item.title })}>
        {t('recuse.open')}
      </Button>
      <Confirm
        command="sitting/recuse"
        id={sitting.sitting}
        input={nature && { item: item.item, nature }}
        opened={opened}
        onClose={close}
        title={t('recuse.title', { title: item.title })}
        record={t('recuse.record')}
        onRecorded={() => told(t('recuse.done'))}
      >
        <Text size="sm">{t('recuse.text')}</Text>
        <NatureChoice value={nature} onChange={setNature} />
      </Confirm>
    </>
  );
}
