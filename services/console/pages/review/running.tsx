import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { type Reckoned, type Reviews, reckon, type TypedMarks } from './marks.ts';
import classes from './running.module.css';

export interface RunningProps {
  readonly marks: TypedMarks;
  readonly by: Pick<Reviews, 'rubric' | 'thresholds'>;
}

/** The total so far, by block, beside what the policy asks for. */
export function Running({ marks, by }: RunningProps) {
  const { t } = useTranslation(['review', 'criteria']);
  const { number } = useFormat();
  const reckoned = reckon(marks, by);
  const { total, most, marked, blocks } = reckoned;
  return (
    <div className={classes.running}>
      <div className={classes.total}>
        <Text span fw={700} className={classes.figure}>
          {number(total)}
        </Text>
        <Text span size="sm" c="dimmed">
          {t('review:outOf', { most })}
        </Text>
        <Text size="sm" c="dimmed" className={classes.count}>
          {t('review:marked', { marked, count: by.rubric.length })}
        </Text>
      </div>
      <ul className={classes.blocks}>
        {blocks.map(({ block, score, most: of, needed, whole }) => (
          <li key={block} data-short={whole && score < needed}>
            <Text size="xs" className={classes.block}>
              {t(`criteria:block-${block}`, { defaultValue: block })}
            </Text>
            <Text size="xs" className="tabular" fw={600}>
              {number(score)} / {of}
            </Text>
            <Meter value={score / of} needed={needed / of} />
          </li>
        ))}
      </ul>
      <Standing reckoned={reckoned} by={by} />
    </div>
  );
}

function Meter({ value, needed }: { readonly value: number; readonly needed: number }) {
  return (
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" className={classes.meter} aria-hidden focusable="false">
      <rect width="100" height="6" className={classes.ground} />
      <rect width={100 * value} height="6" className={classes.had} />
      <rect x={100 * needed - 0.5} width="1.5" height="6" className={classes.needed} />
    </svg>
  );
}

/** In words: what the thresholds are, and once everything is marked whether these marks reach them. */
function Standing({
  reckoned: { marked, shortfalls },
  by: { rubric, thresholds },
}: {
  readonly reckoned: Reckoned;
  readonly by: RunningProps['by'];
}) {
  const { t } = useTranslation(['review', 'call', 'criteria']);
  const { number } = useFormat();
  if (marked < rubric.length)
    return (
      <Text size="xs" c="dimmed">
        {t('review:thresholds', { total: number(thresholds.total), percent: number(thresholds.blockPercent) })}
      </Text>
    );
  if (shortfalls.length === 0)
    return (
      <Text size="sm" c="green" fw={600}>
        {t('review:reaches')}
      </Text>
    );
  const nameOf = ({ code, of = '' }: (typeof shortfalls)[number]) =>
    t(`criteria:${code === 'block' ? 'block-' : ''}${of as 'team'}` as 'criteria:team', { defaultValue: of });
  return (
    <Text size="sm" c="yellow" fw={600}>
      {t('review:below')}{' '}
      {shortfalls
        .map((shortfall) =>
          t(`call:ranking.short.${shortfall.code}`, { of: nameOf(shortfall), had: number(shortfall.had), needed: number(shortfall.needed) }),
        )
        .join(' · ')}
    </Text>
  );
}
