import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DecideButton } from '../../forms/decide-button.tsx';
import { Block } from '../../ui/block.tsx';
import entries from '../../ui/entries.module.css';
import { useFormat } from '../../ui/format.ts';
import type { Of } from './reporting.ts';

/** Progress reports, with what was answered. */
export function Reports({ project, reporting }: Of) {
  const { t } = useTranslation('following');
  const { day } = useFormat();
  const submit = reporting.can.report && (
    <DecideButton id={project.project} command="submit-report" version={reporting.version} variant="filled">
      {t('submitReport')}
    </DecideButton>
  );
  return (
    <Block title={t('reports')} action={submit}>
      {reporting.reports.length === 0 && <Text c="dimmed">{t('noReports')}</Text>}
      <ul className={entries.entries}>
        {reporting.reports.map(({ report, from, upTo, activity, difficulties, indicators, answer }) => (
          <li key={report}>
            <div className={entries.head}>
              <Text fw={600}>{t('period', { from: day(from), to: day(upTo) })}</Text>
              <Badge color={answer?.is === 'accepted' ? 'green' : answer ? 'yellow' : 'pine'}>{t(`answer.${answer?.is ?? 'awaited'}`)}</Badge>
            </div>
            <Text className={entries.prose}>{activity}</Text>
            {difficulties && (
              <Text size="sm" className={entries.prose}>
                {t('difficulties')} : {difficulties}
              </Text>
            )}
            {indicators.length > 0 && (
              <Text size="sm" c="dimmed" className="tabular">
                {indicators.map(({ indicator, value }) => `${indicator} : ${value}`).join(' · ')}
              </Text>
            )}
            {answer?.words && (
              <Text size="sm" mt={4} className={entries.prose}>
                {day(answer.at)} : {answer.words}
              </Text>
            )}
            {reporting.can.answerReport && !answer && (
              <Group gap="xs" mt="xs">
                {(['accept-report', 'return-report'] as const).map((command) => (
                  <DecideButton
                    key={command}
                    id={project.project}
                    command={command}
                    version={reporting.version}
                    given={{ report }}
                    about={`report-${report}`}
                    of={t('period', { from: day(from), to: day(upTo) })}
                  >
                    {t(`answering.${command}`)}
                  </DecideButton>
                ))}
              </Group>
            )}
            {reporting.can.report && answer?.is === 'returned' && (
              <DecideButton
                id={project.project}
                command="correct-report"
                version={reporting.version}
                given={{ report }}
                initial={{ activity, difficulties, indicators }}
                about={`report-${report}`}
                mt="xs"
              >
                {t('correctReport')}
              </DecideButton>
            )}
          </li>
        ))}
      </ul>
    </Block>
  );
}
