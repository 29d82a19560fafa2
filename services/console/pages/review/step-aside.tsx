import { Button, Radio, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../forms/confirm.tsx';
import { type ConflictNature, NatureChoice } from './nature-choice.tsx';

interface StepAsideProps {
  readonly project: string;
  /** The review is still awaited, so that it can be declined too. */
  readonly awaited: boolean;
  readonly onDone: (words: string) => void;
}

const declineNatures = ['workload', 'expertise', 'conflict'] as const;
type DeclineNature = (typeof declineNatures)[number];

/** To have no part in an application: a conflict of interest, with what it is; or another reason not to review it. */
export function StepAside({ project, awaited, onDone }: StepAsideProps) {
  const { t } = useTranslation('review');
  const [conflictOpened, conflict] = useDisclosure();
  const [declineOpened, decline] = useDisclosure();
  return (
    <>
      {awaited && (
        <Button variant="default" onClick={decline.open}>
          {t('decline.open')}
        </Button>
      )}
      <Button variant="default" onClick={conflict.open}>
        {t('conflict.open')}
      </Button>
      <DeclareConflict project={project} opened={conflictOpened} onClose={conflict.close} onDone={() => onDone(t('conflict.done'))} />
      <Decline project={project} opened={declineOpened} onClose={decline.close} onDone={() => onDone(t('decline.done'))} />
    </>
  );
}

interface WindowProps {
  readonly project: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function DeclareConflict({ project, opened, onClose, onDone }: WindowProps) {
  const { t } = useTranslation('review');
  const [nature, setNature] = useState<ConflictNature>();
  return (
    <Confirm
      command="project/declare-conflict"
      id={project}
      input={nature && { nature }}
      opened={opened}
      onClose={onClose}
      title={t('conflict.title')}
      record={t('conflict.record')}
      onRecorded={onDone}
    >
      <Text size="sm">{t('conflict.text')}</Text>
      <NatureChoice value={nature} onChange={setNature} />
    </Confirm>
  );
}

function Decline({ project, opened, onClose, onDone }: WindowProps) {
  const { t } = useTranslation('review');
  const [nature, setNature] = useState<DeclineNature>();
  const [conflict, setConflict] = useState<ConflictNature>();
  const isTied = nature === 'conflict';
  const input = nature === undefined || (isTied && conflict === undefined) ? undefined : { nature, ...(isTied && conflict && { conflict }) };
  return (
    <Confirm
      command="project/decline-review"
      id={project}
      input={input}
      opened={opened}
      onClose={onClose}
      title={t('decline.title')}
      record={t('decline.record')}
      onRecorded={onDone}
    >
      <Text size="sm">{t('decline.text')}</Text>
      <Radio.Group label={t('decline.why')} value={nature ?? ''} onChange={(chosen) => setNature(declineNatures.find((one) => one === chosen))}>
        <Stack gap="xs" mt="xs">
          {declineNatures.map((one) => (
            <Radio key={one} value={one} label={t(`decline.nature.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {isTied && <NatureChoice value={conflict} onChange={setConflict} />}
    </Confirm>
  );
}
