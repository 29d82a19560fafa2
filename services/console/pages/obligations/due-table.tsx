import { Anchor, Badge, Paper, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import { pageOf, thingOf } from '../../ui/things.ts';
import classes from '../payments/payments.module.css';
import { type Due, isHeldUp, obligedName } from './obligations.ts';
import { useObliged } from './use-obliged.ts';

/** What is due, a line each: what, on what, for whom, until when, and what the process does about it. */
export function DueTable({ items, now }: { readonly items: readonly Due[]; readonly now: number }) {
  const { t } = useTranslation('oversight');
  return (
    <Paper p={0} className={classes.scroll}>
      <Table className="tabular" miw={820} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            {(['what', 'for', 'until', 'next'] as const).map((column) => (
              <Table.Th key={column}>{t(`due.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((due) => (
            <Line key={`${due.stream}/${due.obligation}`} due={due} now={now} />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function Line({ due, now }: { readonly due: Due; readonly now: number }) {
  const { t } = useTranslation(['oversight', 'terms', 'home']);
  const { text, lastDay, distance } = useFormat();
  const obliged = useObliged();
  const { kind, id } = thingOf(due.stream);
  const isLate = Date.parse(due.due) < now;
  const step = due.next?.command;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <Text fw={600} size="sm">
          {t(`terms:due.${due.kind as 'review'}`)}
        </Text>
        <Anchor component={Link} to={pageOf(kind, id)} size="sm">
          {text(due.title)}
        </Anchor>
      </Table.Th>
      <Table.Td>{obliged(obligedName(due))}</Table.Td>
      <Table.Td>
        <Text size="sm" c={isLate ? 'red' : undefined} fw={isLate ? 640 : undefined}>
          {lastDay(due.due, true)}
        </Text>
        <Text size="xs" c="dimmed">
          {distance(due.due, now)}
        </Text>
      </Table.Td>
      <Table.Td>
        {due.next && (
          <Text size="sm">
            {step === 'remind' || step === 'escalate' ? t(`home:nextStep.${step}`) : t('home:nextStep.other')} {distance(due.next.at, now)}
          </Text>
        )}
        {isHeldUp(due, now) && <Badge color="yellow">{t('oversight:due.waitsForProcess')}</Badge>}
      </Table.Td>
    </Table.Tr>
  );
}
