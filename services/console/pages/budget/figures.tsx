import { Paper, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/read.ts';
import { useFormat } from '../../ui/format.ts';

export type Budget = Answer<'/v1/programmes/{id}/budget'>;
export type OfFunder = Budget['funders'][number];

/** The sum of one figure over all funders. */
export const sumOf = (funders: readonly OfFunder[], figure: (funder: OfFunder) => number): number =>
  funders.reduce((sum, funder) => sum + figure(funder), 0);

/** The whole in six figures, from the envelope to what is still exposed. */
export function Figures({ budget: { funders, currency, exposure } }: { readonly budget: Budget }) {
  const { t } = useTranslation('oversight');
  const { money, percent } = useFormat();
  const envelope = sumOf(funders, (one) => one.envelope);
  const figures: readonly (readonly ['envelope' | 'awarded' | 'remaining' | 'committed' | 'paid' | 'exposed', number])[] = [
    ['envelope', envelope],
    ['awarded', sumOf(funders, (one) => one.awarded)],
    ['remaining', sumOf(funders, (one) => one.remaining)],
    ['committed', sumOf(funders, (one) => one.committed)],
    ['paid', sumOf(funders, (one) => one.paid)],
    ...(exposure ? [['exposed', exposure.exposed] as const] : []),
  ];
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: figures.length }} spacing="sm" mb="xl" component="section" aria-label={t('budget.inAll')}>
      {figures.map(([name, amount]) => (
        <Paper key={name} p="md">
          <Text size="sm" c="dimmed">
            {t(`budget.${name}`)}
          </Text>
          <Text fw={680} size="lg" className="tabular">
            {money(amount, currency, true)}
          </Text>
          <Text size="xs" c="dimmed" className="tabular">
            {name === 'envelope' || envelope === 0 ? '\u00a0' : percent(amount / envelope)}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
