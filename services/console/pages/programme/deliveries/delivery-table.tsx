import { Anchor, Paper, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../../api/read.ts';
import { useFormat } from '../../../ui/format.ts';
import { pageOf, thingOf } from '../../../ui/things.ts';
import classes from '../../payments/payments.module.css';

type Delivery = Answer<'/v1/programmes/{id}/deliveries'>['items'][number];

/** What was told, a line each: what, to whom, by which way, and what became of it. */
export function DeliveryTable({ items, names }: { readonly items: readonly Delivery[]; readonly names: ReadonlyMap<string, string> }) {
  const { t } = useTranslation('programme');
  return (
    <Paper p={0} className={classes.scroll}>
      <Table className="tabular" miw={760} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            {(['what', 'to', 'became'] as const).map((column) => (
              <Table.Th key={column}>{t(`delivery.column.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((delivery) => (
            <Line key={delivery.id} delivery={delivery} name={names.get(delivery.funder) ?? delivery.funder} />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function Line({ delivery, name }: { readonly delivery: Delivery; readonly name: string }) {
  const { t } = useTranslation('programme');
  const { text, moment } = useFormat();
  const { channel, stream, decidedAt, says, state, attempts, next, last } = delivery;
  const { kind, id } = thingOf(stream);
  const failed = state === 'failed' || state === 'stopped';
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <Anchor component={Link} to={pageOf(kind, id)} size="sm">
          {text(says)}
        </Anchor>
        <Text size="xs" c="dimmed">
          {moment(decidedAt)}
        </Text>
      </Table.Th>
      <Table.Td>{t(`delivery.way.${channel}`, { funder: name })}</Table.Td>
      <Table.Td>
        <Text size="sm" fw={failed ? 640 : undefined} c={failed ? 'red' : undefined}>
          {t(`delivery.states.${state}`)}
          {attempts > 1 && `, ${t('delivery.attempts', { count: attempts })}`}
        </Text>
        {next && attempts > 0 && <Text size="xs">{t('delivery.next', { moment: moment(next) })}</Text>}
        {last && (
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {moment(last.at)} : {last.outcome}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
