import { Badge, Paper, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './past.module.css';

/** What a thing was then, and what it is now, in words. */
export interface Fact {
  readonly name: string;
  readonly before: string;
  readonly now: string;
}

/** Then beside now, with what differs marked by word and not by colour alone. */
export function Compared({ facts, at, fetching }: { readonly facts: readonly Fact[]; readonly at: string; readonly fetching: boolean }) {
  const { t } = useTranslation('audit');
  return (
    <Paper p={0} className={classes.compared} aria-busy={fetching}>
      <Table className="tabular" aria-label={t('past.compared', { at })}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('past.fact')}</Table.Th>
            <Table.Th scope="col">{at}</Table.Th>
            <Table.Th scope="col">{t('past.now')}</Table.Th>
            <Table.Th scope="col">{t('past.difference')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {facts.map(({ name, before, now }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td>{before || '–'}</Table.Td>
              <Table.Td>{now || '–'}</Table.Td>
              <Table.Td>{before !== now && <Badge color="yellow">{t('past.changed')}</Badge>}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
