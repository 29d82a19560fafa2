import { Paper, Progress, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import classes from './budget.module.css';
import type { Budget } from './figures.tsx';

/** Committed and unpaid money, by the level of readiness that is not consolidated yet. */
export function ExposureByLevel({ exposure, currency }: { readonly exposure: NonNullable<Budget['exposure']>; readonly currency: string }) {
  const { t } = useTranslation('oversight');
  const { money, percent } = useFormat();
  const { exposed, levels, consolidated } = exposure;
  const rows = [
    ...levels.map(({ level, amount }) => ({ name: t('budget.level', { level }), amount })),
    { name: t('budget.consolidated'), amount: consolidated },
  ];
  return (
    <section className={classes.section} aria-labelledby="exposure">
      <Title order={2} size="h3" id="exposure">
        {t('budget.exposure')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('budget.exposureLead', { amount: money(exposed, currency) })}
      </Text>
      <Paper className={classes.scroll}>
        <Table className="tabular">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('budget.notConsolidated')}</Table.Th>
              <Table.Th ta="right">{t('budget.amount')}</Table.Th>
              <Table.Th w="45%">{t('budget.share')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows
              .filter(({ amount }) => amount > 0)
              .map(({ name, amount }) => (
                <Table.Tr key={name}>
                  <Table.Th scope="row" fw={520}>
                    {name}
                  </Table.Th>
                  <Table.Td ta="right">{money(amount, currency)}</Table.Td>
                  <Table.Td>
                    <Progress
                      value={exposed === 0 ? 0 : (amount / exposed) * 100}
                      size="md"
                      aria-label={`${name} : ${percent(exposed === 0 ? 0 : amount / exposed)}`}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </Paper>
    </section>
  );
}
