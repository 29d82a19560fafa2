import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNeeded } from '../../../api/read.ts';
import { DecideButton } from '../../../forms/decide-button.tsx';
import { Block } from '../../../ui/block.tsx';
import entries from '../../../ui/entries.module.css';
import { useFormat } from '../../../ui/format.ts';
import { Judgement } from '../../milestones/judgement.tsx';
import type { Project } from '../facts.tsx';

interface ConsolidationProps {
  readonly id: string;
  readonly of: NonNullable<Project['consolidation']>;
}

/** The plan of the last review, line by line: the support, what the holder reported, what an assessor found of it. */
export function Consolidation({ id, of: { review, lines } }: ConsolidationProps) {
  const { t } = useTranslation(['project', 'following', 'fields']);
  const { day } = useFormat();
  const { can, version, consolidation } = useNeeded('/v1/projects/{id}/reporting', { path: { id } });
  if (lines.length === 0) return null;
  return (
    <Block title={t('project:srl.plan')}>
      <ol className={entries.entries}>
        {lines.map(({ level, keyFunction, dueOn, standing }, index) => {
          const line = index + 1;
          const told = consolidation.find((one) => one.line === line);
          const about = `review-${review}-line-${line}`;
          return (
            <li key={line}>
              <div className={entries.head}>
                <Text fw={600}>
                  {t('project:srl.level', { level })} · {keyFunction}
                </Text>
                <Badge color={standing === 'consolidated' ? 'green' : standing === 'reported' ? 'pine' : 'gray'}>
                  {t(`project:srl.standing.${standing}`)}
                </Badge>
                {standing === 'open' && (
                  <Text size="sm" c="dimmed">
                    {t('following:due', { day: day(dueOn) })}
                  </Text>
                )}
              </div>
              {told && (
                <Text size="sm" c="dimmed" className={entries.prose}>
                  {told.support}
                </Text>
              )}
              {told?.reports.map(({ at, report }) => (
                <Text key={at} size="sm" mt={4} className={entries.prose}>
                  {day(at)} : {report}
                </Text>
              ))}
              {told?.findings.map(({ at, outcome, evidence }) => (
                <Text key={at} size="sm" mt={4} className={entries.prose}>
                  {day(at)} : {t(`fields:choice.${outcome}`)}. {evidence}
                </Text>
              ))}
              {can.confirmConsolidation && standing === 'reported' && (
                <Judgement
                  id={id}
                  command="confirm-consolidation"
                  given={{ line }}
                  about={about}
                  of={keyFunction}
                  outcomes={['consolidated', 'to-continue']}
                  laterOn={{ outcome: 'to-continue', required: true }}
                  ask={t('following:confirm')}
                />
              )}
              {can.reportConsolidation && standing === 'open' && (
                <DecideButton id={id} command="report-consolidation" version={version} given={{ line }} about={about} of={keyFunction} mt="xs">
                  {t('following:report')}
                </DecideButton>
              )}
            </li>
          );
        })}
      </ol>
    </Block>
  );
}
