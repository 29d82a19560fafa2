import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldWords } from './worded.ts';

/** `dueOn` → `Due on`: for a field that nobody has named yet. A test finds such fields. */
const spelled = (name: string): string => {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The names of fields and choices in the language in use. */
export function useFieldWords(): FieldWords {
  const { t, i18n } = useTranslation('fields');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language
  return useMemo(
    () => ({
      field: (name) => t(`field.${name as 'title'}`, { defaultValue: spelled(name) }),
      choice: (value, field) =>
        t(`choice.${field}-${value}` as 'choice.yes', { defaultValue: t(`choice.${value as 'yes'}`, { defaultValue: spelled(value) }) }),
    }),
    [i18n.language],
  );
}
