import { Alert, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconInbox, IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormat } from '../../ui/format.ts';
import { Comparison } from './comparison.tsx';
import { ConsensusForm } from './consensus-form.tsx';
import { type Reviews, reckon, typedOf, type Written } from './marks.ts';
import { opinionColours, ReviewSummary } from './review-summary.tsx';
import { useReviewerName } from './reviewer-name.ts';

interface ColleaguesProps {
  readonly id: string;
  readonly reviews: Reviews;
  readonly stage: string;
}

/** What everybody wrote, side by side, once it may be read; and where two differ too much, the way to a common mark. */
export function Colleagues({ id, reviews, stage }: ColleaguesProps) {
  const { t } = useTranslation('review');
  const { number, day } = useFormat();
  const [meeting, { open, close }] = useDisclosure();
  const { reviews: written, consensus, diverging, divergence, awaited } = reviews;
  if (written.length === 0) return <Empty icon={IconInbox} title={t('none.title')} text={t('none.text')} />;
  const totals = written.filter(({ counts }) => counts).map(({ marks }) => reckon(typedOf(marks), reviews).total);
  const gap = Math.max(...totals) - Math.min(...totals);
  const mayMeet = stage === 'in-review' && diverging && !consensus && awaited === 0;
  if (meeting) return <ConsensusForm id={id} reviews={reviews} onEnd={close} />;
  return (
    <Stack gap="lg">
      {diverging && !consensus && (
        <Alert color="yellow" icon={<IconScale aria-hidden />} title={t('gap.title', { gap: number(gap), allowed: number(divergence) })}>
          <Text size="sm" mb={mayMeet ? 'sm' : 0}>
            {mayMeet ? t('gap.meet') : t('gap.wait')}
          </Text>
          {mayMeet && (
            <Button size="xs" onClick={open}>
              {t('gap.open')}
            </Button>
          )}
        </Alert>
      )}
      {written.length > 1 && <Comparison reviews={reviews} />}
      {consensus && (
        <Paper component="section" aria-label={t('consensus.title')}>
          <Group gap="xs" mb="sm">
            <Text fw={620}>{t('consensus.title')}</Text>
            <Badge>{day(consensus.at)}</Badge>
          </Group>
          <ReviewSummary review={{ marks: typedOf(consensus.marks), comment: consensus.comment }} by={reviews} />
        </Paper>
      )}
      {written.map((review, place) => (
        <WrittenReview key={review.reviewer ?? place} review={review} place={place} by={reviews} />
      ))}
    </Stack>
  );
}

interface WrittenReviewProps {
  readonly review: Written;
  readonly place: number;
  readonly by: Reviews;
}

function WrittenReview({ review, place, by }: WrittenReviewProps) {
  const { t } = useTranslation(['review', 'fields']);
  const { day } = useFormat();
  const nameOf = useReviewerName();
  const { id } = useMe();
  return (
    <Paper component="article">
      <details open={review.reviewer === id}>
        <summary>
          <Group gap="xs" component="span" display="inline-flex">
            <Text span fw={620}>
              {nameOf(review, place)}
            </Text>
            <Badge color={opinionColours[review.opinion]}>{t(`fields:choice.${review.opinion}`)}</Badge>
            <Text span size="sm" c="dimmed">
              {day(review.submittedAt)}
            </Text>
            {!review.counts && <Badge color="gray">{t('review:doesNotCount')}</Badge>}
          </Group>
        </summary>
        <ReviewSummary review={{ marks: typedOf(review.marks), opinion: review.opinion, comment: review.comment }} by={by} />
      </details>
    </Paper>
  );
}
