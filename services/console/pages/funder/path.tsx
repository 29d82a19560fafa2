import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CoFunded } from './co-funded.ts';
import classes from './funder.module.css';

const WIDTH = 96;
const HEIGHT = 28;
const MOST = 9;

/** A project’s path on the SRL scale in a line of levels, back steps included, with the same in words. */
export function Path({ trajectory }: Pick<CoFunded, 'trajectory'>) {
  const { t } = useTranslation('funder');
  const levels = trajectory.flatMap(({ reached }) => (reached === undefined ? [] : [reached]));
  if (levels.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('noReview')}
      </Text>
    );
  const x = (at: number) => (levels.length === 1 ? WIDTH / 2 : 4 + (at * (WIDTH - 8)) / (levels.length - 1));
  const y = (level: number) => HEIGHT - 3 - (level * (HEIGHT - 6)) / MOST;
  return (
    <span className={classes.path}>
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <polyline className={classes.line} points={levels.map((level, at) => `${x(at)},${y(level)}`).join(' ')} />
        {levels.map((level, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: reviews stay in their order
          <circle key={at} className={classes.dot} cx={x(at)} cy={y(level)} r={2.5} />
        ))}
      </svg>
      <Text size="xs" className="tabular">
        SRL {levels.join(' → ')}
      </Text>
    </span>
  );
}
