import { ActionIcon, Button, Group, NativeSelect, NumberInput, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Shape } from '../../../forms/shape.ts';
import { useFieldWords } from '../../../forms/use-field-words.ts';

interface Rate {
  readonly rate: number;
  readonly covers: string;
}
const ratesIn = (value: unknown): readonly Rate[] =>
  Array.isArray(value)
    ? value.map(({ rate, covers }: { rate?: unknown; covers?: unknown }) => ({ rate: Number(rate ?? 0), covers: String(covers ?? '') }))
    : [];

/** Flat rates on direct staff costs, each with what it stands for. */
export function RatesInput({
  shape,
  value,
  onChange,
}: {
  readonly shape: Shape;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}) {
  const { t } = useTranslation(['policy', 'forms']);
  const words = useFieldWords();
  const rates = ratesIn(value);
  const choices = (shape.items?.properties?.covers?.enum ?? []).map(String);
  const changed = (at: number, rate: Rate) => onChange(rates.map((before, index) => (index === at ? rate : before)));
  return (
    <Stack gap="xs">
      {rates.map(({ rate, covers }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rates have no name
        <Group key={at} gap="xs" wrap="nowrap">
          <NumberInput
            aria-label={`${words.field('rate')} ${at + 1}`}
            value={rate / 100}
            suffix=" %"
            decimalScale={2}
            min={0}
            max={100}
            hideControls
            w={100}
            onChange={(typed) => changed(at, { covers, rate: Math.round(Number(typed || 0) * 100) })}
          />
          <NativeSelect
            aria-label={`${words.field('covers')} ${at + 1}`}
            value={covers}
            data={choices.map((one) => ({ value: one, label: words.choice(one, 'covers') }))}
            onChange={({ currentTarget }) => changed(at, { rate, covers: currentTarget.value })}
            flex={1}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${t('forms:remove')} ${at + 1}`}
            onClick={() => onChange(rates.filter((_, index) => index !== at))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...rates, { rate: 0, covers: choices[0] ?? '' }])}
        >
          {t('forms:add')}
        </Button>
      </Group>
    </Stack>
  );
}
