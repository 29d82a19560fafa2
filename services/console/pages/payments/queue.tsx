import { Anchor, Badge, Button, Paper, Table, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../api/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormat } from '../../ui/format.ts';
import { formOf } from '../../ui/things.ts';
import classes from './payments.module.css';
import { nextStep, type Pending, standingFor } from './pending.ts';

/** Payments that wait, the longest first: for which step, for whom, and for oneself the way to take it. */
export function Queue({ items, currency }: { readonly items: readonly Pending[]; readonly currency: string }) {
  const { t } = useTranslation('oversight');
  if (items.length === 0) return <Empty icon={IconCircleCheck} title={t('payments.none')} text={t('payments.noneText')} />;
  return (
    <section aria-labelledby="queue">
      <Title order={2} size="h3" id="queue" mb="sm">
        {t('payments.queue')}
      </Title>
      <Paper p={0} className={classes.scroll}>
        <Table className="tabular" miw={860} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('payments.payment')}</Table.Th>
              <Table.Th ta="right">{t('budget.amount')}</Table.Th>
              <Table.Th>{t('payments.since')}</Table.Th>
              <Table.Th>{t('payments.awaits')}</Table.Th>
              <Table.Th>{t('payments.next')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((pending) => (
              <Line key={`${pending.project}/${pending.phase}/${pending.kind}`} pending={pending} currency={currency} />
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
    </section>
  );
}

function Line({ pending, currency }: { readonly pending: Pending; readonly currency: string }) {
  const { t } = useTranslation(['oversight', 'terms']);
  const { money, text, day, distance } = useFormat();
  const me = useMe();
  const { project, title, phase, kind, amount, requestedAt, awaits, approvals, needed, rejectedAt, acted } = pending;
  const { command, roles } = nextStep(pending);
  const standing = standingFor(me, pending);
  return (
    <Table.Tr data-yours={standing === 'yours'}>
      <Table.Th scope="row" fw={400}>
        <Anchor component={Link} to={`/projects/${project}`} fw={600}>
          {text(title)}
        </Anchor>
        <Text size="sm" c="dimmed">
          {t('oversight:payments.of', { kind: t(`oversight:payments.kind.${kind}`), phase: t(`terms:phase.${phase}`) })}
        </Text>
      </Table.Th>
      <Table.Td ta="right" fw={600}>
        {money(amount, currency)}
      </Table.Td>
      <Table.Td>
        {day(requestedAt)}
        <Text size="xs" c="dimmed">
          {distance(requestedAt)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge color={rejectedAt ? 'red' : 'yellow'}>{t(`oversight:payments.step.${awaits}`)}</Badge>
        <Text size="xs" c="dimmed">
          {needed === 2 && awaits === 'approval' ? t('oversight:payments.approvals', { approvals, needed }) : null}
          {rejectedAt && t('oversight:payments.rejected', { day: day(rejectedAt) })}
        </Text>
      </Table.Td>
      <Table.Td>
        {standing === 'yours' ? (
          <Button
            component={Link}
            size="xs"
            to={`${formOf('project', project, command)}?with=${encodeURIComponent(JSON.stringify({ phase, kind }))}`}
          >
            {t(`oversight:payments.do.${awaits}`)}
            <span className="visually-hidden"> {text(title)}</span>
          </Button>
        ) : (
          <Text size="sm">{roles.map((role) => t(`terms:role.${role}`)).join(t('oversight:payments.or'))}</Text>
        )}
        <Text size="xs" c="dimmed">
          {standing === 'acted' ? t('oversight:payments.youActed') : t('oversight:payments.not', { persons: acted.join(', ') })}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
