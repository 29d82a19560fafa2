import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import type { ReviewDraft, Reviews } from './marks.ts';
import classes from './review-summary.module.css';
import { Running } from './running.tsx';

export const opinionColours = { favourable: 'green', 'with-reservations': 'yellow', unfavourable: 'red' } as const;

interface ReviewSummaryProps {
  readonly review: ReviewDraft;
  readonly by: Pick<Reviews, 'rubric' | 'thresholds'>;
}

/** A whole review to read: opinion, comment, total, and every mark with its reason. */
export function ReviewSummary({ review: { marks, opinion, comment }, by }: ReviewSummaryProps) {
  const { t } = useTranslation(['review', 'fields', 'criteria']);
  const { number } = useFormat();
  return (
    <div className={classes.summary}>
      <Running marks={marks} by={by} />
      <Group gap="xs" mt="md">
        <Text fw={600}>{t('fields:field.opinion')}</Text>
        {opinion && <Badge color={opinionColours[opinion]}>{t(`fields:choice.${opinion}`)}</Badge>}
      </Group>
      <Text className={classes.prose}>{comment}</Text>
      <dl className={classes.marks}>
        {by.rubric.map(({ criterion }) => {
          const { mark, reason } = marks[criterion] ?? {};
          return (
            <div key={criterion}>
              <dt>{t(`criteria:${criterion as 'team'}`, { defaultValue: criterion })}</dt>
              <dd>
                <Text span fw={700} className="tabular">
                  {mark === undefined ? '–' : number(mark)}
                </Text>{' '}
                <span className={classes.prose}>{reason}</span>
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
