import { Anchor, Badge, Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import type { CoFunded } from './co-funded.ts';
import classes from './funder.module.css';
import { Path } from './path.tsx';

const colours = { granted: 'green', declined: 'gray' } as const;

/** Every project with this funder’s share, to the cent, and its path on the SRL scale. */
export function SharesTable({ items }: { readonly items: readonly CoFunded[] }) {
  const { t } = useTranslation(['funder', 'terms']);
  const { text, money } = useFormat();
  return (
    <section aria-labelledby="shares">
      <Title order={2} size="h3" id="shares" mb="sm">
        {t('funder:shares')}
      </Title>
      <Paper p={0} className={classes.scroll}>
        <Table className="tabular" miw={860}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('funder:column.project')}</Table.Th>
              <Table.Th>{t('funder:column.stage')}</Table.Th>
              <Table.Th>{t('funder:column.path')}</Table.Th>
              {(['asked', 'granted', 'paid'] as const).map((column) => (
                <Table.Th key={column} ta="right">
                  {t(`funder:column.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map(({ project, title, organisation, stage, decided, asked, granted, paid, currency, trajectory }) => (
              <Table.Tr key={project}>
                <Table.Th scope="row" fw={400}>
                  <Anchor component={Link} to={`/projects/${project}`} fw={600}>
                    {text(title)}
                  </Anchor>
                  <Text size="xs" c="dimmed">
                    {organisation}
                  </Text>
                </Table.Th>
                <Table.Td>{t(`terms:stage.${stage as 'pilot'}`)}</Table.Td>
                <Table.Td>
                  <Path trajectory={trajectory} />
                </Table.Td>
                <Table.Td ta="right">{money(asked, currency)}</Table.Td>
                <Table.Td ta="right">
                  {decided === 'granted' ? (
                    money(granted, currency)
                  ) : (
                    <Badge color={decided ? colours[decided] : 'yellow'}>{t(`funder:decided.${decided ?? 'not'}`)}</Badge>
                  )}
                </Table.Td>
                <Table.Td ta="right">{money(paid, currency)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
    </section>
  );
}
