import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../forms/use-field-words.ts';
import { useFormat } from '../../ui/format.ts';
import type { Missing } from './completeness.ts';

/** What is missing, in words. */
export function useMissingWords(): (missing: Missing) => string {
  const { t } = useTranslation(['application', 'forms', 'criteria']);
  const { money } = useFormat();
  const words = useFieldWords();
  return ({ code, amount = 0, kinds = [], names = [] }) => {
    switch (code) {
      case 'required':
        return t('forms:mistake.required');
      case 'wrong':
        return t('forms:mistake.wrong');
      case 'pieces':
        return t('application:missing.pieces', { kinds: kinds.map((kind) => words.choice(kind, 'kind')).join(', ') });
      case 'member-budgets':
        return t('application:missing.member-budgets', { names: names.join(', ') });
      case 'no-lead':
        return t('application:missing.no-lead');
      default:
        return t(`application:missing.${code}`, { amount: money(amount) });
    }
  };
}

/** Where in the file something is missing: `Chantiers, 2, Description`. */
export function usePlaceWords(): (missing: Missing) => string {
  const { t } = useTranslation(['application', 'criteria']);
  const words = useFieldWords();
  return ({ path, section }) =>
    path && path[0] !== 'selfAssessment'
      ? path
          .filter((part) => part !== 'answers' && part !== 'isr' && part !== 'frascati')
          .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : t(`criteria:${part as 'novelty'}`, { defaultValue: words.field(part) })))
          .join(' › ')
      : t(`application:section.${section}`);
}
