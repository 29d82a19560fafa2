import { Anchor, Badge, Paper, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import classes from './budget.module.css';
import type { Budget, OfFunder } from './figures.tsx';

type Line = Budget['lines'][number];
type Share = Line['envelope'][number];

const amountOf = (shares: readonly Share[], funder: string): number => shares.find((share) => share.funder === funder)?.amount ?? 0;
const totalOf = (shares: readonly Share[]): number => shares.reduce((sum, { amount }) => sum + amount, 0);

/** The lines of the budget: each call, with each funder’s part of it to the cent. */
export function ByCall({
  lines,
  funders,
  currency,
}: {
  readonly lines: readonly Line[];
  readonly funders: readonly OfFunder[];
  readonly currency: string;
}) {
  const { t } = useTranslation(['oversight', 'terms']);
  const { money, percent, text } = useFormat();
  const name = (id: string) => {
    const known = funders.find(({ funder }) => funder === id)?.name;
    return known ? text(known) : id;
  };
  const cells = (envelope: number, awarded: number, paid: number) =>
    [
      money(envelope, currency),
      money(awarded, currency),
      money(envelope - awarded, currency),
      money(paid, currency),
      envelope === 0 ? '' : percent(awarded / envelope),
    ].map((said, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: columns stay in their places
      <Table.Td key={at} ta="right">
        {said}
      </Table.Td>
    ));
  return (
    <section className={classes.section} aria-labelledby="by-call">
      <Title order={2} size="h3" id="by-call" mb="sm">
        {t('oversight:budget.byCall')}
      </Title>
      <Paper p={0} className={classes.scroll}>
        <Table className="tabular" miw={720}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('oversight:budget.call')}</Table.Th>
              {(['envelope', 'awarded', 'remaining', 'paid', 'use'] as const).map((column) => (
                <Table.Th key={column} ta="right">
                  {t(`oversight:budget.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          {lines.map(({ call, title, stage, envelope, awarded, paid }) => (
            <Table.Tbody key={call}>
              <Table.Tr className={classes.line}>
                <Table.Th scope="rowgroup" fw={640}>
                  <Anchor component={Link} to={`/calls/${call}`} inherit>
                    {text(title)}
                  </Anchor>{' '}
                  <Badge color="gray">{t(`terms:stage.${stage as 'open'}`)}</Badge>
                </Table.Th>
                {cells(totalOf(envelope), totalOf(awarded), totalOf(paid))}
              </Table.Tr>
              {envelope.length > 1 &&
                envelope.map(({ funder, amount }) => (
                  <Table.Tr key={funder}>
                    <Table.Th scope="row" fw={400} pl="xl">
                      {name(funder)}
                    </Table.Th>
                    {cells(amount, amountOf(awarded, funder), amountOf(paid, funder))}
                  </Table.Tr>
                ))}
            </Table.Tbody>
          ))}
        </Table>
      </Paper>
    </section>
  );
}
