import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A few whole numbers with commas between, such as the days before a due date on which reminders go out. */
export function NumbersInput({
  label,
  value,
  error,
  onChange,
}: {
  readonly label: string;
  readonly value: readonly number[];
  readonly error?: string | undefined;
  readonly onChange: (value: readonly number[]) => void;
}) {
  const { t } = useTranslation('policy');
  const [text, setText] = useState(value.join(', '));
  const typed = (next: string) => {
    setText(next);
    onChange(next.split(/[\s,;]+/).flatMap((one) => (/^\d+$/.test(one) ? [Number(one)] : [])));
  };
  return (
    <TextInput
      aria-label={label}
      description={t('numbers')}
      value={text}
      error={error}
      onChange={({ currentTarget }) => typed(currentTarget.value)}
      onBlur={() => setText(value.join(', '))}
      inputMode="numeric"
      maw={220}
    />
  );
}
