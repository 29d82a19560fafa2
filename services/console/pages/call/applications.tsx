import { Anchor, Badge, Group, Paper, Table, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { usePages } from '../../api/read.ts';
import { Bars } from '../../ui/boundary.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useFormat } from '../../ui/format.ts';
import { ProblemNote } from '../../ui/problem.tsx';

/** The applications of a call that one may see, in order of arrival, each with its stage and what it awaits. */
export function Applications() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['call', 'terms']);
  const { text, money, lastDay } = useFormat();
  const { items, isError, error, refetch } = usePages('/v1/projects', { query: { call: id } });
  if (isError) return <ProblemNote error={error} again={() => void refetch()} />;
  if (!items) return <Bars count={6} />;
  if (items.length === 0) return <Empty icon={IconInbox} title={t('call:noApplications.title')} text={t('call:noApplications.text')} />;
  const arrived = [...items].sort((a, b) => (a.number ?? Number.MAX_SAFE_INTEGER) - (b.number ?? Number.MAX_SAFE_INTEGER));
  const byStage = Map.groupBy(items, ({ stage }) => stage);
  return (
    <>
      <Group gap="xs" mb="sm" component="ul" style={{ listStyle: 'none', padding: 0 }} aria-label={t('call:byStage')}>
        {[...byStage].map(([stage, here]) => (
          <Badge key={stage} component="li" color={stage === 'draft' ? 'gray' : 'pine'} size="lg">
            {t(`terms:stage.${stage as 'draft'}`)} : {here.length}
          </Badge>
        ))}
      </Group>
      <Paper p={0} style={{ overflowX: 'auto' }}>
        <Table className="tabular" highlightOnHover miw={680}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('call:column.number')}</Table.Th>
              <Table.Th>{t('call:column.project')}</Table.Th>
              <Table.Th>{t('call:column.stage')}</Table.Th>
              <Table.Th ta="right">{t('call:column.requested')}</Table.Th>
              <Table.Th>{t('call:column.next')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {arrived.map(({ project, number, title, organisation, stage, requested, currency, nextDue }) => (
              <Table.Tr key={project}>
                <Table.Td>{number}</Table.Td>
                <Table.Td>
                  <Anchor component={Link} to={`/projects/${project}`} fw={600}>
                    {text(title)}
                  </Anchor>
                  <Text size="xs" c="dimmed">
                    {organisation}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Badge color="gray">{t(`terms:stage.${stage as 'draft'}`)}</Badge>
                </Table.Td>
                <Table.Td ta="right">{requested !== undefined && money(requested, currency)}</Table.Td>
                <Table.Td>
                  {nextDue && (
                    <>
                      <Text size="sm">{t(`terms:due.${nextDue.kind as 'review'}`)}</Text>
                      <Text size="xs" c={Date.parse(nextDue.due) < Date.now() ? 'red' : 'dimmed'}>
                        {lastDay(nextDue.due, true)}
                      </Text>
                    </>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
    </>
  );
}
