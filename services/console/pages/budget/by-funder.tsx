import { Table, Title } from '@mantine/core';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../ui/chart/chart.tsx';
import { useFormat } from '../../ui/format.ts';
import { type Bars, stackedOption } from './bars.ts';
import classes from './budget.module.css';
import { type OfFunder, sumOf } from './figures.tsx';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

/** What of each funder’s envelope is paid, committed, awarded, and free: adds up to the envelope. */
export function ByFunder({ funders, currency }: { readonly funders: readonly OfFunder[]; readonly currency: string }) {
  const { t } = useTranslation('oversight');
  const { money, text } = useFormat();
  const named = ({ funder, name }: OfFunder) => (name ? text(name) : funder);
  const bars = useMemo(
    (): Bars => ({
      names: funders.map((one) => (one.name ? text(one.name) : one.funder)),
      parts: [
        { label: t('budget.paid'), values: funders.map(({ paid }) => paid) },
        { label: t('budget.toPay'), values: funders.map(({ committed, paid }) => Math.max(0, committed - paid)) },
        { label: t('budget.notCommitted'), values: funders.map(({ awarded, committed }) => Math.max(0, awarded - committed)) },
        { label: t('budget.remaining'), values: funders.map(({ remaining }) => Math.max(0, remaining)) },
      ],
      amount: (cents) => money(cents, currency, true),
    }),
    [funders, currency, t, money, text],
  );
  const option = useMemo(() => stackedOption(bars, true), [bars]);
  const columns = ['envelope', 'awarded', 'remaining', 'committed', 'paid', 'toOrder', 'atRisk'] as const;
  return (
    <section className={classes.section} aria-labelledby="by-funder">
      <Title order={2} size="h3" id="by-funder" mb="sm">
        {t('budget.byFunder')}
      </Title>
      <Chart
        label={t('budget.byFunderSaid')}
        option={option}
        height={90 + funders.length * 56}
        open
        table={
          <Table className="tabular" miw={760}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('budget.funder')}</Table.Th>
                {columns.map((column) => (
                  <Table.Th key={column} ta="right">
                    {t(`budget.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {funders.map((funder) => (
                <Table.Tr key={funder.funder}>
                  <Table.Th scope="row" fw={560}>
                    {named(funder)}
                  </Table.Th>
                  {columns.map((column) => (
                    <Table.Td key={column} ta="right" {...(column === 'atRisk' && funder.atRisk > 0 && { c: 'red', fw: 640 })}>
                      {money(funder[column], currency)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
            {funders.length > 1 && (
              <Table.Tfoot>
                <Table.Tr>
                  <Table.Th scope="row">{t('budget.total')}</Table.Th>
                  {columns.map((column) => (
                    <Table.Th key={column} ta="right">
                      {money(
                        sumOf(funders, (one) => one[column]),
                        currency,
                      )}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Tfoot>
            )}
          </Table>
        }
      />
    </section>
  );
}
