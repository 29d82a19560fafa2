import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.ts';
import type { Written } from './marks.ts';

/** Whose review it is: one's own, a name where one may know it, else its place. */
export function useReviewerName(): (review: Pick<Written, 'reviewer'>, place: number) => string {
  const { t } = useTranslation('review');
  const { id } = useMe();
  return ({ reviewer }, place) => (reviewer === id ? t('own') : (reviewer ?? t('colleague', { place: place + 1 })));
}
