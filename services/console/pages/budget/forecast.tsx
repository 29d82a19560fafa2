import { Table, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../ui/chart/chart.tsx';
import { useFormat } from '../../ui/format.ts';
import { type Bars, stackedOption } from './bars.ts';
import classes from './budget.module.css';
import type { OfFunder } from './figures.tsx';

/** When what is agreed is expected to be paid: of committed money, and of money that a gate has to open first. */
export function Forecast({ funders, currency }: { readonly funders: readonly OfFunder[]; readonly currency: string }) {
  const { t } = useTranslation('oversight');
  const { money, text } = useFormat();
  const years = useMemo(() => [...new Set(funders.flatMap((one) => one.years.map(({ year }) => year)))].sort((a, b) => a - b), [funders]);
  const bars = useMemo((): Bars => {
    const sum = (year: number, of: 'committed' | 'conditional') =>
      funders.reduce((all, one) => all + (one.years.find((each) => each.year === year)?.[of] ?? 0), 0);
    return {
      names: years.map(String),
      parts: [
        { label: t('budget.committed'), values: years.map((year) => sum(year, 'committed')) },
        { label: t('budget.conditional'), values: years.map((year) => sum(year, 'conditional')) },
      ],
      amount: (cents) => money(cents, currency, true),
    };
  }, [funders, years, currency, t, money]);
  const option = useMemo(() => stackedOption(bars, false), [bars]);
  return (
    <section className={classes.section} aria-labelledby="forecast">
      <Title order={2} size="h3" id="forecast">
        {t('budget.forecast')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('budget.forecastLead')}
      </Text>
      {years.length === 0 ? (
        <Text>{t('budget.nothingExpected')}</Text>
      ) : (
        <Chart
          label={t('budget.forecastSaid')}
          option={option}
          height={240}
          table={
            <Table className="tabular" miw={560}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('budget.funder')}</Table.Th>
                  {years.map((year) => (
                    <Table.Th key={year} ta="right">
                      {year}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {funders.map(({ funder, name, years: own }) => (
                  <Table.Tr key={funder}>
                    <Table.Th scope="row" fw={560}>
                      {name ? text(name) : funder}
                    </Table.Th>
                    {years.map((year) => {
                      const { committed = 0, conditional = 0 } = own.find((one) => one.year === year) ?? {};
                      return (
                        <Table.Td key={year} ta="right">
                          {money(committed, currency)}
                          {conditional > 0 && (
                            <Text size="xs" c="dimmed">
                              {t('budget.andConditional', { amount: money(conditional, currency) })}
                            </Text>
                          )}
                        </Table.Td>
                      );
                    })}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          }
        />
      )}
    </section>
  );
}
