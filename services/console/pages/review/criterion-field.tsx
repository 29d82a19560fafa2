import { Badge, Text, Textarea } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import classes from './criterion-field.module.css';
import { MarkScale } from './mark-scale.tsx';
import type { Rubric, Typed } from './marks.ts';

export interface CriterionFieldProps {
  readonly of: Rubric[number];
  readonly typed: Typed;
  readonly onChange: (criterion: string, typed: Typed) => void;
  /** What the applicant says of it. */
  readonly claim?: Claim | undefined;
  /** Whether to say what is lacking. */
  readonly strict: boolean;
}

/** What an application claims of one criterion. */
export interface Claim {
  readonly text: string;
  readonly claimed?: number | undefined;
}

/** One criterion: what it asks, what the applicant says of it, the mark and its reason. Drawn again only when it changes: the page holds many. */
export const CriterionField = memo(function CriterionField({ of, typed, onChange, claim, strict }: CriterionFieldProps) {
  const { criterion, points, floor } = of;
  const { t } = useTranslation(['review', 'criteria']);
  const { number } = useFormat();
  const label = `criterion-${criterion}-label`;
  const name = t(`criteria:${criterion as 'team'}`, { defaultValue: criterion });
  const asks = t(`review:asks.${criterion as 'team'}`, { defaultValue: '' });
  const lacksMark = strict && typed.mark === undefined;
  const lacksReason = strict && (typed.reason ?? '').trim() === '';
  return (
    <section
      className={classes.criterion}
      id={`criterion-${criterion}`}
      aria-labelledby={label}
      data-done={typed.mark !== undefined && !!typed.reason?.trim()}
    >
      <div className={classes.head}>
        <Text id={label} fw={620} component="h4" m={0}>
          {name}
        </Text>
        <Text span size="sm" c="dimmed" className="tabular">
          {typed.mark === undefined
            ? t('review:points', { count: points })
            : t('review:pointsOf', { score: number((typed.mark * points) / 5), points })}
        </Text>
      </div>
      {asks && (
        <Text size="sm" c="dimmed" mb="xs">
          {asks} {floor !== undefined && t('review:floor', { mark: number(floor) })}
        </Text>
      )}
      {claim && (
        <details className={classes.claim}>
          <summary>
            {t('review:claim')}
            {claim.claimed !== undefined && (
              <Badge color="gray" ml="xs">
                {t('review:claimed', { mark: number(claim.claimed) })}
              </Badge>
            )}
          </summary>
          <Text size="sm" className={classes.claimed}>
            {claim.text}
          </Text>
        </details>
      )}
      <MarkScale
        name={`mark-${criterion}`}
        labelledBy={label}
        value={typed.mark}
        onChange={(mark) => onChange(criterion, { ...typed, mark })}
        invalid={lacksMark}
      />
      {lacksMark && (
        <Text size="sm" c="red" mt={4}>
          {t('review:lacksMark')}
        </Text>
      )}
      <Textarea
        mt="xs"
        aria-label={t('review:reasonFor', { name })}
        placeholder={t('review:reason')}
        value={typed.reason ?? ''}
        onChange={({ currentTarget: { value } }) => onChange(criterion, { ...typed, reason: value })}
        error={lacksReason && t('review:lacksReason')}
        autosize
        minRows={2}
        maxRows={12}
      />
    </section>
  );
});
