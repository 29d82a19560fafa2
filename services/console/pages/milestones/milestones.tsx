import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DecideButton } from '../../forms/decide-button.tsx';
import { useFieldWords } from '../../forms/use-field-words.ts';
import { Block } from '../../ui/block.tsx';
import entries from '../../ui/entries.module.css';
import { useFormat } from '../../ui/format.ts';
import { Judgement } from './judgement.tsx';
import type { Of } from './reporting.ts';

/** What was agreed with the holder, what was reported, and what was found of it. */
export function Milestones({ project, reporting }: Of) {
  const { t } = useTranslation('following');
  const { day } = useFormat();
  const words = useFieldWords();
  const agree = reporting.can.agreeMilestone && (
    <DecideButton id={project.project} command="agree-milestone" version={reporting.version}>
      {t('agree')}
    </DecideButton>
  );
  return (
    <Block title={t('milestones')} action={agree}>
      {project.milestones.length === 0 && <Text c="dimmed">{t('noMilestones')}</Text>}
      <ul className={entries.entries}>
        {project.milestones.map(({ milestone, title, expected, dueOn, reportedAt, outcome }) => {
          const told = reporting.milestones.find((one) => one.milestone === milestone);
          const open = reportedAt === undefined && outcome !== 'reached';
          return (
            <li key={milestone}>
              <div className={entries.head}>
                <Text fw={600}>{title}</Text>
                <Badge color={outcome === 'reached' ? 'green' : reportedAt ? 'pine' : 'gray'}>
                  {reportedAt ? t('reported') : outcome ? words.choice(outcome, 'outcome') : t('due', { day: day(dueOn) })}
                </Badge>
              </div>
              <Text size="sm" c="dimmed">
                {expected}
              </Text>
              {told?.reports.map(({ at, report }) => (
                <Text key={at} size="sm" mt={4} className={entries.prose}>
                  {day(at)} : {report}
                </Text>
              ))}
              {told?.assessments.map(({ at, outcome: found, evidence }) => (
                <Text key={at} size="sm" mt={4} className={entries.prose}>
                  {day(at)} : {words.choice(found, 'outcome')}. {evidence}
                </Text>
              ))}
              {reporting.can.assessMilestone && reportedAt && (
                <Judgement
                  id={project.project}
                  command="assess-milestone"
                  given={{ milestone }}
                  about={milestone}
                  of={title}
                  outcomes={['reached', 'partly', 'not-reached']}
                  ask={t('assess')}
                />
              )}
              {reporting.can.report && open && (
                <DecideButton
                  id={project.project}
                  command="report-milestone"
                  version={reporting.version}
                  given={{ milestone }}
                  about={milestone}
                  of={title}
                  mt="xs"
                >
                  {t('report')}
                </DecideButton>
              )}
            </li>
          );
        })}
      </ul>
    </Block>
  );
}
