import { Paper, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../api/read.ts';
import { resolved, type Shape } from '../../../forms/shape.ts';
import { type Kind, leavesOf } from './leaves.ts';
import classes from './policy.module.css';
import { usePolicyWords } from './use-policy-words.ts';

type Difference = Answer<'/v1/programmes/{id}/policy-drafts/{draft}/comparison'>['differences'][number];

export interface DifferencesProps {
  readonly shape: Shape;
  readonly differences: readonly Difference[];
}

/** What a draft changes, field by field, in words: as it is in force, as it would be. */
export function Differences({ shape, differences }: DifferencesProps) {
  const { t } = useTranslation('programme');
  const words = usePolicyWords();
  const parts = resolved(shape.properties?.policy ?? {}, shape).properties ?? {};
  const kinds = new Map<string, Kind>(
    Object.entries(parts).flatMap(([name, part]) => leavesOf(resolved(part, shape), [name]).map(({ path, kind }) => [path.join('/'), kind])),
  );
  if (differences.length === 0) return <Text c="dimmed">{t('policy.noDifference')}</Text>;
  return (
    <Paper p={0} className={classes.scroll}>
      <Table miw={560}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('policy.what')}</Table.Th>
            <Table.Th>{t('policy.before')}</Table.Th>
            <Table.Th>{t('policy.after')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differences.map(({ path, before, after }) => (
            <Table.Tr key={path.join('/')}>
              <Table.Th scope="row" fw={560}>
                {words.way(path)}
              </Table.Th>
              <Table.Td>
                <Said path={path} value={before} kinds={kinds} />
              </Table.Td>
              <Table.Td fw={640}>
                <Said path={path} value={after} kinds={kinds} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

/** A value on one side of the comparison. */
function Said({ path, value, kinds }: { readonly path: readonly string[]; readonly value: unknown; readonly kinds: ReadonlyMap<string, Kind> }) {
  const { t } = useTranslation(['programme', 'policy']);
  const words = usePolicyWords();
  if (value === undefined) return <Text span c="dimmed">{`— ${t('programme:policy.absent')}`}</Text>;
  if (path[0] !== 'rubric') return words.said(value, kinds.get(path.join('/')) ?? 'number', path.at(-1) ?? '');
  if (typeof value !== 'object' || value === null)
    return path.at(-1) === 'block' ? words.block(String(value)) : words.said(value, 'number', 'points');
  const { block, points, floor } = value as { readonly block?: string; readonly points?: number; readonly floor?: number };
  return [
    block && words.block(block),
    points !== undefined && t('programme:policy.weighs', { points }),
    floor !== undefined && `${t('policy:rubric.floor')} ${words.said(floor, 'number', 'floor')}`,
  ]
    .filter(Boolean)
    .join(', ');
}
