import { Alert, Badge, Table, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/format.ts';
import type { WhatIf } from './changes.ts';

type Move = WhatIf['moves'][number];

interface SideBySideProps {
  readonly tried: WhatIf;
  readonly titleOf: (application: string) => string;
}

/** How far a move is upward: more places, or out of the unranked. */
const rises = ({ from, to }: Move): boolean => (to.rank ?? Number.MAX_SAFE_INTEGER) < (from.rank ?? Number.MAX_SAFE_INTEGER);

/** The ranking as it is beside the one that is tried, in the order of the latter; who moves is marked by a word and an arrow. */
export function SideBySide({ tried: { real, tried, moves, changesSelection }, titleOf }: SideBySideProps) {
  const { t } = useTranslation(['trial', 'selection']);
  const { number } = useFormat();
  const was = new Map(real.ranking.map((line) => [line.application, line]));
  const moved = new Map(moves.map((move) => [move.application, move]));
  const outcome = (name: Move['to']['outcome']) => (name === 'unjudged' ? t('trial:unjudged') : t(`selection:becomes.${name}`));
  return (
    <section aria-label={t('trial:result')}>
      <Alert color={changesSelection ? 'yellow' : 'pine'} my="md">
        {changesSelection ? t('trial:changesSelection') : t('trial:sameSelection', { count: moves.length })}
      </Alert>
      <Table.ScrollContainer minWidth={720}>
        <Table className="tabular">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('trial:application')}</Table.Th>
              <Table.Th ta="right">{t('trial:rankWas')}</Table.Th>
              <Table.Th ta="right">{t('trial:rankIs')}</Table.Th>
              <Table.Th ta="right">{t('trial:totalWas')}</Table.Th>
              <Table.Th ta="right">{t('trial:totalIs')}</Table.Th>
              <Table.Th>{t('trial:becomes')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tried.ranking.map(({ application, rank, total, outcome: becomes }) => {
              const before = was.get(application);
              const move = moved.get(application);
              return (
                <Table.Tr key={application} data-moved={Boolean(move)}>
                  <Table.Th scope="row" fw={move ? 700 : 400}>
                    {titleOf(application)}
                  </Table.Th>
                  <Table.Td ta="right">{before?.rank ?? '–'}</Table.Td>
                  <Table.Td ta="right">
                    {rank ?? '–'} {move && <Arrow move={move} />}
                  </Table.Td>
                  <Table.Td ta="right">{before ? number(before.total, 2) : '–'}</Table.Td>
                  <Table.Td ta="right">{number(total, 2)}</Table.Td>
                  <Table.Td>
                    {before && before.outcome !== becomes ? (
                      <Badge color={becomes === 'selected' ? 'green' : 'yellow'}>
                        {outcome(before.outcome)} → {outcome(becomes)}
                      </Badge>
                    ) : (
                      <Text size="sm">{outcome(becomes)}</Text>
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {tried.unjudged.length > 0 && <Text size="sm">{t('trial:unjudgedAre', { titles: tried.unjudged.map(titleOf).join(', ') })}</Text>}
    </section>
  );
}

function Arrow({ move }: { readonly move: Move }) {
  const { t } = useTranslation('trial');
  const [Icon, word] =
    move.from.rank === move.to.rank ? [IconMinus, t('stays')] : rises(move) ? [IconArrowUp, t('rises')] : [IconArrowDown, t('falls')];
  return <Icon size={16} role="img" aria-label={word} style={{ verticalAlign: 'text-bottom' }} />;
}
