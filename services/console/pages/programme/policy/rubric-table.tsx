import { ActionIcon, Button, Group, NativeSelect, NumberInput, Table, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shape } from '../../../forms/shape.ts';
import { useFormat } from '../../../ui/format.ts';
import classes from './policy.module.css';
import { type Criterion, criteriaIn, sumOf, WHOLE } from './rubric.ts';
import { usePolicyWords } from './use-policy-words.ts';

const floors = Array.from({ length: 11 }, (_, half) => half / 2);

/** The rubric as a table that is typed into, with its weights added up as one types. */
export function RubricTable({
  shape,
  value,
  onChange,
}: {
  readonly shape: Shape;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}) {
  const { t } = useTranslation(['policy', 'forms']);
  const words = usePolicyWords();
  const { number } = useFormat();
  const rubric = criteriaIn(value);
  const sum = sumOf(rubric);
  const blocks = (shape.items?.properties?.block?.enum ?? []).map(String);
  const changed = (at: number, criterion: Criterion) => onChange(rubric.map((before, index) => (index === at ? criterion : before)));
  const label = (column: 'block' | 'points' | 'floor', criterion: string) =>
    t('policy:rubric.of', { column: t(`policy:rubric.${column}`), criterion: words.criterion(criterion) });
  return (
    <>
      <div className={classes.scroll}>
        <Table className="tabular" miw={620} horizontalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('policy:rubric.criterion')}</Table.Th>
              <Table.Th>{t('policy:rubric.block')}</Table.Th>
              <Table.Th>{t('policy:rubric.points')}</Table.Th>
              <Table.Th>{t('policy:rubric.floor')}</Table.Th>
              <Table.Th>
                <span className="visually-hidden">{t('forms:remove')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rubric.map((criterion, at) => (
              <Table.Tr key={criterion.criterion}>
                <Table.Th scope="row" fw={560}>
                  {words.criterion(criterion.criterion)}
                </Table.Th>
                <Table.Td>
                  <NativeSelect
                    size="sm"
                    miw={190}
                    aria-label={label('block', criterion.criterion)}
                    value={criterion.block}
                    data={blocks.map((block) => ({ value: block, label: words.block(block) }))}
                    onChange={({ currentTarget }) => changed(at, { ...criterion, block: currentTarget.value })}
                  />
                </Table.Td>
                <Table.Td>
                  <NumberInput
                    size="sm"
                    aria-label={label('points', criterion.criterion)}
                    value={criterion.points}
                    min={1}
                    max={100}
                    allowDecimal={false}
                    onChange={(typed) => changed(at, { ...criterion, points: Number(typed || 0) })}
                    w={84}
                  />
                </Table.Td>
                <Table.Td>
                  <NativeSelect
                    size="sm"
                    aria-label={label('floor', criterion.criterion)}
                    value={criterion.floor === undefined ? '' : String(criterion.floor)}
                    data={[
                      { value: '', label: t('policy:rubric.noFloor') },
                      ...floors.map((floor) => ({ value: String(floor), label: number(floor) })),
                    ]}
                    onChange={({ currentTarget: { value: floor } }) => {
                      const { floor: _, ...rest } = criterion;
                      changed(at, floor === '' ? rest : { ...rest, floor: Number(floor) });
                    }}
                    w={92}
                  />
                </Table.Td>
                <Table.Td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('policy:rubric.remove', { criterion: words.criterion(criterion.criterion) })}
                    onClick={() => onChange(rubric.filter((_, index) => index !== at))}
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Group justify="space-between" mt="sm" align="flex-end">
        <NewCriterion
          taken={rubric.map(({ criterion }) => criterion)}
          onAdd={(criterion) => onChange([...rubric, { criterion, block: blocks[0] ?? '', points: 1 }])}
        />
        <Group gap={6} c={sum === WHOLE ? 'green' : 'red'} role="status">
          {sum === WHOLE ? <IconCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
          <Text fw={620} className="tabular">
            {sum === WHOLE ? t('policy:rubric.whole') : t('policy:rubric.notWhole', { sum })}
          </Text>
        </Group>
      </Group>
    </>
  );
}

function NewCriterion({ taken, onAdd }: { readonly taken: readonly string[]; readonly onAdd: (criterion: string) => void }) {
  const { t } = useTranslation('policy');
  const [name, setName] = useState('');
  const slug = name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const isFree = slug !== '' && !taken.includes(slug);
  const add = () => {
    if (!isFree) return;
    onAdd(slug);
    setName('');
  };
  return (
    <Group gap="xs" align="flex-end">
      <TextInput
        label={t('rubric.newName')}
        size="sm"
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        }}
      />
      <Button variant="default" size="sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={add} disabled={!isFree}>
        {t('rubric.add')}
      </Button>
    </Group>
  );
}
