import { Anchor, Badge, Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages } from '../../api/read.ts';
import { Bars } from '../../ui/boundary.tsx';
import { useFormat } from '../../ui/format.ts';
import { ProblemNote } from '../../ui/problem.tsx';
import classes from './payments.module.css';

/** Projects whose agreement is being made, with what each waits for and until when. */
export function Agreements({ programme }: { readonly programme: string }) {
  const { t } = useTranslation(['oversight', 'terms']);
  const { money, text, lastDay } = useFormat();
  const { items, isError, error, refetch } = usePages('/v1/projects', { query: { programme, stage: 'agreement' } });
  return (
    <section aria-labelledby="agreements">
      <Title order={2} size="h3" id="agreements" mb="sm">
        {t('oversight:payments.agreements')}
      </Title>
      {isError && <ProblemNote error={error} again={() => void refetch()} />}
      {!items && !isError && <Bars />}
      {items?.length === 0 && <Text c="dimmed">{t('oversight:payments.noAgreement')}</Text>}
      {items && items.length > 0 && (
        <Paper p={0} className={classes.scroll}>
          <Table className="tabular" miw={560}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('oversight:payments.project')}</Table.Th>
                <Table.Th ta="right">{t('oversight:budget.awarded')}</Table.Th>
                <Table.Th>{t('oversight:payments.awaits')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(({ project, title, awarded, currency, nextDue }) => (
                <Table.Tr key={project}>
                  <Table.Th scope="row" fw={400}>
                    <Anchor component={Link} to={`/projects/${project}/decide`} fw={600}>
                      {text(title)}
                    </Anchor>
                  </Table.Th>
                  <Table.Td ta="right">{awarded !== undefined && money(awarded, currency)}</Table.Td>
                  <Table.Td>
                    {nextDue && (
                      <>
                        {t(`terms:due.${nextDue.kind as 'review'}`)}{' '}
                        <Badge color={Date.parse(nextDue.due) < Date.now() ? 'red' : 'gray'}>{lastDay(nextDue.due, true)}</Badge>
                      </>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Paper>
      )}
    </section>
  );
}
