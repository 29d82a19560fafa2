import { Badge, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Answer, useNeeded } from '../../api/read.ts';
import { DecideButton } from '../../forms/decide-button.tsx';
import { useFieldWords } from '../../forms/use-field-words.ts';
import { Block } from '../../ui/block.tsx';
import entries from '../../ui/entries.module.css';
import { useFormat } from '../../ui/format.ts';

type Project = Answer<'/v1/projects/{id}'>;
type Reporting = Answer<'/v1/projects/{id}/reporting'>;
interface Of {
  readonly project: Project;
  readonly reporting: Reporting;
}

/** What a project owes an account of: milestones, conditions of gates, progress reports, expenditure. */
export function MilestonesPart() {
  const { id = '' } = useParams();
  const project = useNeeded('/v1/projects/{id}', { path: { id } });
  const reporting = useNeeded('/v1/projects/{id}/reporting', { path: { id } });
  return (
    <Stack gap="lg">
      <Milestones project={project} reporting={reporting} />
      <Conditions project={project} reporting={reporting} />
      <Reports project={project} reporting={reporting} />
      <Expenditure project={project} reporting={reporting} />
    </Stack>
  );
}

function Milestones({ project, reporting }: Of) {
  const { t } = useTranslation('following');
  const { day } = useFormat();
  const words = useFieldWords();
  return (
    <Block title={t('milestones')}>
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

function Conditions({ project, reporting }: Of) {
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

function Reports({ project, reporting }: Of) {
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

function Expenditure({ project, reporting }: Of) {
  const { t } = useTranslation('following');
  const { day, money } = useFormat();
  const words = useFieldWords();
  const { expenditure } = reporting;
  if (!expenditure) return null;
  const declare = reporting.can.declare && (
    <DecideButton id={project.project} command="declare-expenditure" version={reporting.version}>
      {t('declare')}
    </DecideButton>
  );
  return (
    <Block title={t('expenditure')} action={declare}>
      {expenditure.length === 0 && <Text c="dimmed">{t('noExpenditure')}</Text>}
      {expenditure.map(({ report, phase, declaredAt, lines, retained, concluded, certifiedAt, awaitsAnswer }) => (
        <div key={report}>
          <div className={entries.head}>
            <Text fw={600}>{t('statement', { number: report, phase: words.choice(phase, 'phase'), day: day(declaredAt) })}</Text>
            {certifiedAt && <Badge color="green">{t('certified', { day: day(certifiedAt) })}</Badge>}
            {concluded !== undefined && <Badge color="pine">{t('retained', { amount: money(concluded, project.currency) })}</Badge>}
          </div>
          <div style={{ overflowX: 'auto' }}>
            <Table className="tabular">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{words.field('item')}</Table.Th>
                  <Table.Th ta="right">{t('declared')}</Table.Th>
                  <Table.Th ta="right">{t('kept')}</Table.Th>
                  <Table.Th>{words.field('reasons')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {lines.map(({ line, item, amount }) => {
                  const kept = retained.find((one) => one.line === line);
                  return (
                    <Table.Tr key={line}>
                      <Table.Td>{item}</Table.Td>
                      <Table.Td ta="right">{money(amount, project.currency)}</Table.Td>
                      <Table.Td ta="right">{kept && money(kept.retained, project.currency)}</Table.Td>
                      <Table.Td>{kept?.reasons}</Table.Td>
                    </Table.Tr>
                  );
                })}
              </Table.Tbody>
            </Table>
          </div>
          {reporting.can.declare && awaitsAnswer && (
            <DecideButton
              id={project.project}
              command="answer-examination"
              version={reporting.version}
              given={{ report }}
              about={`statement-${report}`}
              mt="xs"
            >
              {t('answerExamination')}
            </DecideButton>
          )}
        </div>
      ))}
    </Block>
  );
}
