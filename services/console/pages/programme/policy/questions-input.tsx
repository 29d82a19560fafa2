import { JsonInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** What applicants are asked beside the common content, as a JSON Schema; nothing typed asks for nothing more. */
export function QuestionsInput({
  id,
  label,
  value,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}) {
  const { t } = useTranslation('policy');
  const [text, setText] = useState(value === undefined ? '' : JSON.stringify(value, null, 2));
  const typed = (next: string) => {
    setText(next);
    if (next.trim() === '') return onChange(undefined);
    try {
      onChange(JSON.parse(next));
    } catch {
      // Half a schema is no schema: the last whole one stays until this one is.
    }
  };
  return (
    <JsonInput
      id={id}
      aria-label={label}
      value={text}
      onChange={typed}
      validationError={t('notJson')}
      formatOnBlur
      autosize
      minRows={3}
      maxRows={16}
    />
  );
}
