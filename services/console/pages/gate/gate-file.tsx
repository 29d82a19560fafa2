import { Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DecideButton } from '../../forms/decide-button.tsx';
import { Block } from '../../ui/block.tsx';
import entries from '../../ui/entries.module.css';
import { useFormat } from '../../ui/format.ts';
import { pageOf } from '../../ui/things.ts';
import type { Gate, ProjectGate } from './gate.ts';

const places = [
  ['srl-review', 'review'],
  ['srl', 'trajectory'],
  ['milestones', 'milestones'],
  ['support', 'support'],
] as const;

/** The file on which the committee says its opinion: its summary, and the ways to what it rests on. */
export function GateFile({ all: { project, version, can }, gate: { prepared } }: { readonly all: ProjectGate; readonly gate: Gate }) {
  const { t } = useTranslation('gate');
  const { day } = useFormat();
  const prepare = can.prepare && (
    <DecideButton id={project} command="prepare-gate" version={version}>
      {t('file.prepare')}
    </DecideButton>
  );
  return (
    <Block order={3} title={t('file.title')} action={prepare}>
      <Text size="sm" c="dimmed">
        {prepared ? t('file.prepared', { day: day(prepared.at), review: prepared.review }) : t('file.none')}
      </Text>
      {prepared && <Text className={entries.prose}>{prepared.summary}</Text>}
      <Group gap="md" mt="xs" className="no-print">
        {places.map(([to, label]) => (
          <Anchor key={to} component={Link} to={`${pageOf('project', project)}/${to}`} size="sm">
            {t(`file.${label}`)}
          </Anchor>
        ))}
      </Group>
    </Block>
  );
}
