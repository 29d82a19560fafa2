import { Anchor, Text } from '@mantine/core';
import { createColumnHelper, createSortedRowModel, rowSortingFeature, sortFns, tableFeatures } from '@tanstack/react-table';
import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import type { Formats } from '../../ui/format.ts';
import type { Row } from './rows.ts';

export const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel(), sortFns });
const helper = createColumnHelper<typeof features, Row>();

type Words = TFunction<['portfolio', 'terms']>;

/** The columns of the portfolio; each value is also what is exported. */
export const columnsWith = (t: Words, { text, shortDay, lastDay, money }: Formats) =>
  helper.columns([
    helper.accessor(({ title }) => text(title), {
      id: 'title',
      header: t('portfolio:column.title'),
      cell: ({ row: { original }, getValue }) => (
        <>
          <Anchor component={Link} to={`/projects/${original.project}`} fw={600} lineClamp={1}>
            {getValue()}
          </Anchor>
          <Text size="xs" c="dimmed" lineClamp={1}>
            {original.organisation}
          </Text>
        </>
      ),
    }),
    helper.accessor(({ stage }) => t(`terms:stage.${stage as 'draft'}`), { id: 'stage', header: t('portfolio:column.stage') }),
    helper.accessor(({ phase }) => (phase ? t(`terms:phase.${phase}`) : ''), { id: 'phase', header: t('portfolio:column.phase') }),
    helper.accessor(({ srl }) => srl?.reached, { id: 'srl', header: t('portfolio:column.srl') }),
    helper.accessor(({ nextDue }) => nextDue?.due, {
      id: 'due',
      header: t('portfolio:column.due'),
      cell: ({ row: { original } }) =>
        original.nextDue && (
          <>
            <Text size="sm" c={Date.parse(original.nextDue.due) < Date.now() ? 'red' : 'inherit'} className="tabular">
              {lastDay(original.nextDue.due, true)}
            </Text>
            <Text size="xs" c="dimmed" lineClamp={1}>
              {t(`terms:due.${original.nextDue.kind as 'review'}`)}
            </Text>
          </>
        ),
    }),
    helper.accessor(({ awarded, requested }) => awarded ?? requested, {
      id: 'amount',
      header: t('portfolio:column.amount'),
      cell: ({ getValue, row: { original } }) => {
        const amount = getValue();
        return amount === undefined ? null : money(amount, original.currency);
      },
    }),
    helper.accessor(({ lastDecisionAt }) => lastDecisionAt, {
      id: 'last',
      header: t('portfolio:column.last'),
      cell: ({ getValue }) => shortDay(getValue()),
    }),
  ]);
