import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../forms/use-field-words.ts';
import { useFormat } from '../../../ui/format.ts';
import type { Kind } from './leaves.ts';
import type { PartName } from './sections.ts';

/** `P1Y6M` → its numbers by unit: `[['Y', 1], ['M', 6]]`. */
export const unitsOf = (duration: string): readonly (readonly ['Y' | 'M' | 'W' | 'D', number])[] =>
  [...duration.matchAll(/(\d+)([YMWD])/g)].map(([, count, unit]) => [unit as 'Y' | 'M' | 'W' | 'D', Number(count)] as const);

/** How the policy is told: names of its parts and fields, and its values, in the language in use. */
export function usePolicyWords() {
  const { t } = useTranslation(['policy', 'criteria', 'forms']);
  const { money, percent, number } = useFormat();
  const words = useFieldWords();

  const criterion = (name: string): string => t(`criteria:${name as 'team'}`, { defaultValue: spelled(name) });
  const block = (name: string): string => t(`criteria:block-${name as 'value'}`, { defaultValue: spelled(name) });
  const part = (name: string): string => t(`policy:part.${name as PartName}`, { defaultValue: words.field(name) });
  const help = (name: string): string => t(`policy:help.${name as PartName}`, { defaultValue: '' });
  const field = (path: readonly string[]): string =>
    t(`policy:field.${path.join('-') as 'days-review'}`, { defaultValue: words.field(path.at(-1) ?? '') });

  /** The names that lead to something, as one reads them: *Grille d’évaluation › Équipe › Poids*. */
  function way([first = '', ...rest]: readonly string[]): string {
    if (rest.length === 0) return part(first);
    if (first !== 'rubric') return `${part(first)} › ${field([first, ...rest])}`;
    const [name = '', of] = rest;
    return [part(first), criterion(name), ...(of ? [t(`policy:rubric.${of as 'points'}`)] : [])].join(' › ');
  }

  function listed(value: unknown, name: string): string {
    const items = Array.isArray(value) ? value : [];
    return items.length === 0
      ? t('policy:none')
      : items.map((one) => (name === 'tieBreak' ? criterion(String(one)) : words.choice(String(one), name))).join(', ');
  }

  /** A value in words. */
  function said(value: unknown, kind: Kind, name: string): string {
    if (value === undefined || value === null) return t('policy:none');
    if (kind === 'days') return t('policy:said.days', { count: Number(value) });
    if (kind === 'months') return t('policy:said.M', { count: Number(value) });
    if (kind === 'duration')
      return unitsOf(String(value))
        .map(([unit, count]) => t(`policy:said.${unit}`, { count }))
        .join(', ');
    if (kind === 'money') return money(Number(value));
    if (kind === 'share') return percent(Number(value) / 10_000, 2);
    if (kind === 'yes-no') return value ? t('forms:yes') : t('forms:no');
    if (kind === 'choice') return words.choice(String(value), name);
    if (kind === 'choices' || kind === 'ties') return listed(value, name);
    if (kind === 'numbers') return Array.isArray(value) && value.length > 0 ? value.join(', ') : t('policy:none');
    if (kind === 'number') return number(Number(value));
    return typeof value === 'string' ? value : JSON.stringify(value);
  }

  return { criterion, block, part, help, field, way, said };
}

/** A name that nobody gave words to, as a name: `local-roots` → `Local roots`. */
const spelled = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
