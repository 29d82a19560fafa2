import { Badge, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DecideButton } from '../../forms/decide-button.tsx';
import entries from '../../ui/entries.module.css';
import { useFormat } from '../../ui/format.ts';
import type { Experiments, Protocol } from './protocol.ts';
import { stepOf } from './steps.tsx';

interface CyclesProps {
  readonly all: Experiments;
  readonly protocol: Protocol;
}

/** The cycles of a protocol: who does what when, with which tools, and what came of it. */
export function Cycles({ all, protocol }: CyclesProps) {
  const { t } = useTranslation('experiment');
  const { day } = useFormat();
  const open = protocol.hypotheses.filter(({ result }) => result === undefined || result === 'inconclusive').map(({ hypothesis }) => hypothesis);
  const shared = { id: all.project, version: all.version, given: { protocol: protocol.protocol }, about: protocol.protocol, of: protocol.title };
  return (
    <section>
      <Group justify="space-between" mt="lg">
        <Title order={3} size="h4">
          {t('cycles')}
        </Title>
        {all.canWrite && protocol.underWay === undefined && open.length > 0 && (
          <DecideButton {...shared} command="plan-cycle" initial={{ hypotheses: open, tools: [{ tests: open }] }}>
            {t('plan')}
          </DecideButton>
        )}
        {all.canObserve && protocol.underWay !== undefined && stepOf(protocol) === 5 && (
          <DecideButton {...shared} command="share-cycle-results" variant="filled">
            {t('share')}
          </DecideButton>
        )}
      </Group>
      {protocol.cycles.length === 0 && <Text c="dimmed">{t('noCycles')}</Text>}
      <ul className={entries.entries}>
        {protocol.cycles.map(({ cycle, activities, tools, mobilised, shared: results }) => (
          <li key={cycle}>
            <div className={entries.head}>
              <Text fw={600}>{t('cycle', { cycle })}</Text>
              <Badge color={results ? 'green' : 'yellow'}>{t(results ? 'cycleShared' : 'cycleUnderWay')}</Badge>
            </div>
            {activities.map(({ what, who, from, to }) => (
              <Text key={what} size="sm">
                {what} {who}, {t('from', { from: day(from), to: day(to) })}
              </Text>
            ))}
            {tools.map(({ name, purpose }) => (
              <Text key={name} size="sm" c="dimmed">
                {name} : {purpose}
              </Text>
            ))}
            {mobilised.length > 0 && (
              <Text size="sm" c="dimmed">
                {mobilised.map(({ step, who }) => `${t(`step.${step}`)} : ${who}`).join(' · ')}
              </Text>
            )}
            {results && (
              <Text size="sm" mt={4} className={entries.prose}>
                {t('sharedWith', { with: results.with.join(', '), day: day(results.at) })} : {results.learning}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
