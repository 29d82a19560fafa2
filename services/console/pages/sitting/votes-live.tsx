import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answers, type PointProps } from './sitting.ts';
import classes from './votes-live.module.css';

/** How the votes stand, as they come in: how many for each answer, who voted what, who is awaited, and what the committee says as it stands. */
export function VotesLive({ item, person }: PointProps) {
  const { t } = useTranslation('sitting');
  const { counts, votes, awaited, avis, castingVote, concluded, quorum } = item;
  if (!counts)
    return (
      <Text size="sm" c="dimmed" mt="sm">
        {t('notForBarred')}
      </Text>
    );
  const most = Math.max(1, ...Object.values(counts));
  const voters = (answer: string) =>
    votes.filter(({ on }) => on === answer).map(({ voter, counts: persons }) => (persons > 1 ? t('voterOfTwo', { voter }) : voter));
  return (
    <div className={classes.live}>
      <dl className={classes.tally}>
        {answers.map((answer) => (
          <div key={answer}>
            <dt>{t(`answer.${answer}`)}</dt>
            <dd>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" className={classes.bar} data-answer={answer} aria-hidden focusable="false">
                <rect width={(100 * counts[answer]) / most} height="8" />
              </svg>
              <Text span fw={700} className="tabular">
                {counts[answer]}
              </Text>
              <Text span size="xs" c="dimmed">
                {voters(answer).join(', ')}
              </Text>
            </dd>
          </div>
        ))}
      </dl>
      <Text size="sm" role="status">
        {concluded ? t('isConcluded') : avis ? t('stands', { answer: t(`answer.${avis}`) }) : t('noMajority')}
        {castingVote && ` ${t('casting')}`}
        {!concluded && awaited.length > 0 && ` · ${t('awaited', { persons: awaited.map((one) => (one === person ? t('you') : one)).join(', ') })}`}
        {!concluded && quorum.present < quorum.needed && ` · ${t('quorumShort', { ...quorum })}`}
      </Text>
    </div>
  );
}
