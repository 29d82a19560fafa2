import { useTranslation } from 'react-i18next';
import type { Assessment } from './assessment.ts';

/** What an assessment is called: one's own, by its assessor for whoever may know, else by its place. */
export function useAssessorName(): (assessment: Pick<Assessment, 'assessor' | 'mine'>, place: number) => string {
  const { t } = useTranslation('srl');
  return ({ assessor, mine }, place) => (mine ? t('mine') : assessor ? t('of', { person: assessor }) : t('theirs', { place: place + 1 }));
}
