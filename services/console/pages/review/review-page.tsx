import { Alert, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { IconEyeOff, IconInfoCircle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { told } from '../../ui/told.ts';
import { Application } from './application.tsx';
import { claimsIn } from './claims.ts';
import { Colleagues } from './colleagues.tsx';
import type { Reviews } from './marks.ts';
import classes from './review.module.css';
import { ReviewForm } from './review-form.tsx';
import { StepAside } from './step-aside.tsx';

/** One review: the application on one side, on the other the rubric; once it is in, what everybody wrote. */
export function ReviewPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['review', 'shell']);
  const { text } = useFormat();
  const navigate = useNavigate();
  const project = useNeeded('/v1/projects/{id}', { path: { id } });
  const reviews = useNeeded('/v1/projects/{id}/reviews', { path: { id } });
  const { mine } = reviews;
  const claims = useMemo(() => claimsIn(project.content), [project.content]);
  const isAwaited = mine?.dueOn !== undefined && mine.submittedAt === undefined;
  return (
    <Page
      title={text(project.title)}
      above={[{ to: '/reviews', label: t('shell:nav.reviews') }]}
      lead={<Standing reviews={reviews} />}
      actions={
        mine &&
        project.stage === 'in-review' && (
          <StepAside
            project={id}
            awaited={isAwaited}
            onDone={(words) => {
              told(words);
              void navigate('/reviews');
            }}
          />
        )
      }
    >
      <div className={classes.split}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard */}
        <section className={classes.read} aria-label={t('review:application')} tabIndex={0}>
          <Application project={project} />
        </section>
        <section aria-labelledby="rubric">
          <Title order={2} size="h3" id="rubric" mb="xs">
            {isAwaited ? t('review:rubric') : t('review:reviews')}
          </Title>
          {isAwaited ? <ReviewForm id={id} reviews={reviews} claims={claims} /> : <Colleagues id={id} reviews={reviews} stage={project.stage} />}
        </section>
      </div>
    </Page>
  );
}

function Standing({ reviews: { mine, blind, awaited } }: { readonly reviews: Reviews }) {
  const { t } = useTranslation('review');
  const { day, distance } = useFormat();
  const isAwaited = mine?.dueOn !== undefined && mine.submittedAt === undefined;
  return (
    <Stack gap={6}>
      <Group gap="xs">
        {mine?.submittedAt && <Badge color="green">{t('submittedOn', { day: day(mine.submittedAt) })}</Badge>}
        {isAwaited && mine.dueOn && (
          <Text span size="sm">
            {t('until', { day: day(mine.dueOn) })} ({distance(mine.dueOn)})
          </Text>
        )}
        {!isAwaited && awaited > 0 && <Badge color="gray">{t('awaited', { count: awaited })}</Badge>}
      </Group>
      {isAwaited && blind && (
        <Text size="sm">
          <IconEyeOff size={15} aria-hidden className={classes.inline} /> {t('blind')}
        </Text>
      )}
      {!mine && (
        <Alert color="pine" icon={<IconInfoCircle aria-hidden />} p="sm">
          {t('notAsked')}
        </Alert>
      )}
    </Stack>
  );
}
