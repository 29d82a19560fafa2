import { Badge, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DecideButton } from '../../forms/decide-button.tsx';
import { useFieldWords } from '../../forms/use-field-words.ts';
import { Block } from '../../ui/block.tsx';
import entries from '../../ui/entries.module.css';
import { useFormat } from '../../ui/format.ts';
import type { Of } from './reporting.ts';

/** Statements of expenditure, line by line. */
export function Expenditure({ project, reporting }: Of) {
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
