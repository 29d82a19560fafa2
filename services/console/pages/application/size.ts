import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';

/** How large a file is, in words. */
export function useSize(): (bytes: number) => string {
  const { t } = useTranslation('application');
  const { number } = useFormat();
  return (bytes) =>
    bytes < 1_000_000 ? t('size.kilo', { count: Math.max(1, Math.round(bytes / 1_000)) }) : t('size.mega', { size: number(bytes / 1_000_000, 1) });
}
