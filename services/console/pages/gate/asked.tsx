import { Badge, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Block } from '../../ui/block.tsx';
import { useFormat } from '../../ui/format.ts';
import type { Gate } from './gate.ts';

/** What the policy asks of this gate, line by line, with what stands. */
export function Asked({ gate: { needed, review, evidence, avis, avisRequired } }: { readonly gate: Gate }) {
  const { t } = useTranslation(['gate', 'fields']);
  const { day } = useFormat();
  const levels = needed ? (['reached', 'consolidated'] as const) : [];
  return (
    <Block order={3} title={t('gate:asked.title')}>
      <Table className="tabular">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('gate:asked.what')}</Table.Th>
            <Table.Th>{t('gate:asked.needed')}</Table.Th>
            <Table.Th>{t('gate:asked.stands')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {levels.map((figure) => (
            <Table.Tr key={figure}>
              <Table.Td>{t(`gate:asked.${figure}`)}</Table.Td>
              <Table.Td>{needed?.[figure]}</Table.Td>
              <Table.Td>
                <Stands there={review !== undefined && review[figure] >= (needed?.[figure] ?? 0)} />
                <Text size="xs" c="dimmed">
                  {review ? t('gate:asked.found', { level: review[figure], review: review.review, day: day(review.at) }) : t('gate:asked.noReview')}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
          {evidence.map(({ kind, there }) => (
            <Table.Tr key={kind}>
              <Table.Td>{t(`gate:evidence.${kind}`)}</Table.Td>
              <Table.Td>{t('gate:asked.yes')}</Table.Td>
              <Table.Td>
                <Stands there={there} />
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Td>{t('gate:asked.avis')}</Table.Td>
            <Table.Td>{t(avisRequired ? 'gate:asked.avis-needed' : 'gate:asked.avis-optional')}</Table.Td>
            <Table.Td>{avis ? t(`fields:choice.${avis.avis}`) : avisRequired ? <Stands there={false} /> : '–'}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Block>
  );
}

function Stands({ there }: { readonly there: boolean }) {
  const { t } = useTranslation('gate');
  return <Badge color={there ? 'green' : 'yellow'}>{t(there ? 'asked.there' : 'asked.lacking')}</Badge>;
}
