import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DecideButton } from '../../forms/decide-button.tsx';
import { Block } from '../../ui/block.tsx';
import entries from '../../ui/entries.module.css';
import { useFormat } from '../../ui/format.ts';
import { Judgement } from './judgement.tsx';
import type { Of } from './reporting.ts';

/** The conditions of the gates that were passed, how they were met, and what was found of it. */
export function Conditions({ project, reporting }: Of) {
  const { t } = useTranslation('following');
  const { day } = useFormat();
  if (project.gateConditions.length === 0) return null;
  return (
    <Block title={t('conditions')}>
      <ul className={entries.entries}>
        {project.gateConditions.map(({ condition, text, dueOn, standing }) => {
          const told = reporting.conditions.find((one) => one.condition === condition);
          return (
            <li key={condition}>
              <div className={entries.head}>
                <Text fw={600}>{text}</Text>
                <Badge color={standing === 'met' ? 'green' : standing === 'reported' ? 'pine' : 'gray'}>{t(`condition.${standing}`)}</Badge>
                {dueOn && standing === 'open' && (
                  <Text size="sm" c="dimmed">
                    {t('due', { day: day(dueOn) })}
                  </Text>
                )}
              </div>
              {told?.reports.map(({ at, report }) => (
                <Text key={at} size="sm" className={entries.prose}>
                  {day(at)} : {report}
                </Text>
              ))}
              {told?.findings.map(({ at, evidence }) => (
                <Text key={at} size="sm" className={entries.prose}>
                  {day(at)} : {evidence}
                </Text>
              ))}
              {reporting.can.confirmCondition && standing === 'reported' && (
                <Judgement
                  id={project.project}
                  command="confirm-condition"
                  given={{ condition }}
                  about={`condition-${condition}`}
                  of={text}
                  outcomes={['met', 'not-met']}
                  laterOn={{ outcome: 'not-met', required: false }}
                  ask={t('confirm')}
                />
              )}
              {reporting.can.meetCondition && standing === 'open' && (
                <DecideButton
                  id={project.project}
                  command="meet-condition"
                  version={reporting.version}
                  given={{ condition }}
                  about={`condition-${condition}`}
                  of={text}
                  mt="xs"
                >
                  {t('meet')}
                </DecideButton>
              )}
            </li>
          );
        })}
      </ul>
    </Block>
  );
}
