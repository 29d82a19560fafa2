import { Group, NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { unitsOf } from './use-policy-words.ts';

const units = ['D', 'W', 'M', 'Y'] as const;

/** A length of time in one unit, kept as ISO 8601. One of several units stays as it is until it is typed anew. */
export function DurationInput({
  label,
  value,
  error,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation('policy');
  const [[unit, count] = ['M' as const, 0]] = unitsOf(value);
  const put = (much: number, of: string) => onChange(`P${Math.max(1, Math.round(much))}${of}`);
  return (
    <Group gap={6} wrap="nowrap" role="group" aria-label={label}>
      <NumberInput
        aria-label={`${label} : ${t('length')}`}
        value={count}
        min={1}
        max={999}
        error={error}
        onChange={(typed) => typed !== '' && put(Number(typed), unit)}
        hideControls
        w={76}
      />
      <NativeSelect
        aria-label={`${label} : ${t('lengthUnit')}`}
        value={unit}
        data={units.map((one) => ({ value: one, label: t(`unit.${one}`) }))}
        onChange={({ currentTarget }) => put(count, currentTarget.value)}
        w={120}
      />
    </Group>
  );
}
