import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Block } from '../../ui/block.tsx';
import { DecideForm } from './decide-form.tsx';
import type { Gate, ProjectGate } from './gate.ts';

/** The decision, for whoever takes it. */
export function Decision({ all, gate }: { readonly all: ProjectGate; readonly gate: Gate }) {
  const { t } = useTranslation('gate');
  return (
    <Block order={3} title={t('decision.title')}>
      {all.can.decide ? <DecideForm project={all.project} version={all.version} gate={gate} /> : <Text c="dimmed">{t('decision.waits')}</Text>}
    </Block>
  );
}
