import { Code, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Redecided } from './redecided.ts';

const written = (value: unknown): string => (value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value));

/** Where what is decided now is not what is recorded. */
export function Divergences({ of: { differences, rule } }: { readonly of: Redecided }) {
  const { t } = useTranslation('audit');
  return (
    <>
      {rule.now !== rule.recorded && <Text size="sm">{t('redecided.rule', { recorded: rule.recorded, now: rule.now ?? '–' })}</Text>}
      {differences.length > 0 && (
        <Table.ScrollContainer minWidth={480}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('redecided.where')}</Table.Th>
                <Table.Th>{t('redecided.recorded')}</Table.Th>
                <Table.Th>{t('redecided.now')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {differences.map(({ path, recorded, now }) => (
                <Table.Tr key={path}>
                  <Table.Th scope="row" fw={400}>
                    <Code>{path}</Code>
                  </Table.Th>
                  <Table.Td>{written(recorded)}</Table.Td>
                  <Table.Td>{written(now)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  );
}
