import { figuresOf } from '@jalon/domain/arithmetic';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DecideButton } from '../../forms/decide-button.tsx';
import { Block } from '../../ui/block.tsx';
import type { OpenReview, SrlReview } from './assessment.ts';
import { ReconcileForm } from './reconcile-form.tsx';

interface SettlingProps {
  readonly review: SrlReview;
  readonly open: OpenReview;
}

/** What the assessments lead to: an agreement where they differ, then the conclusion with its plan. */
export function Settling({ review, open }: SettlingProps) {
  const { t } = useTranslation('srl');
  const [reconciling, setReconciling] = useState(false);
  if (open.differing.length > 0 && !open.agreed)
    return (
      <Block title={t('gap.title', { count: open.differing.length })}>
        <Text mb="md">{t('gap.text')}</Text>
        {review.can.reconcile && !reconciling && <Button onClick={() => setReconciling(true)}>{t('gap.open')}</Button>}
        {reconciling && <ReconcileForm id={review.project} open={open} onEnd={() => setReconciling(false)} />}
      </Block>
    );
  if (!open.settled) return null;
  const toConsolidate = open.settled.filter(({ outcome }) => outcome === 'to-consolidate').map(({ level }) => ({ level }));
  return (
    <Block title={t('conclude.title')}>
      <Text>{t('conclude.text', { ...figuresOf(open.settled) })}</Text>
      <Text mb="md">{t('conclude.plan', { count: toConsolidate.length })}</Text>
      {review.can.conclude ? (
        <DecideButton
          id={review.project}
          command="conclude-srl-review"
          version={review.version}
          initial={{ consolidationPlan: toConsolidate }}
          about={`review-${open.review}`}
          of={t('number', { review: open.review })}
          variant="filled"
          size="sm"
        >
          {t('conclude.open')}
        </DecideButton>
      ) : (
        <Text size="sm" c="dimmed">
          {t('conclude.waits')}
        </Text>
      )}
    </Block>
  );
}
