import { Alert, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconEyeOff, IconInfoCircle, IconStairs } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { DecideButton } from '../../forms/decide-button.tsx';
import { Block } from '../../ui/block.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { pageOf } from '../../ui/things.ts';
import { attribution } from '../project/srl/scale.ts';
import { AssessForm } from './assess-form.tsx';
import type { OpenReview, SrlReview } from './assessment.ts';
import { Compared } from './compared.tsx';
import { Settling } from './settling.tsx';
import classes from './srl-review.module.css';

/** The SRL review of a project: one's own assessment first, then everybody's side by side, what was agreed, the conclusion. */
export function SrlReviewPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['srl', 'terms']);
  const { text } = useFormat();
  const project = useNeeded('/v1/projects/{id}', { path: { id } });
  const review = useNeeded('/v1/projects/{id}/srl-review', { path: { id } });
  const { open } = review;
  return (
    <Page
      title={t('srl:title', { project: text(project.title) })}
      above={[{ to: `${pageOf('project', id)}/srl`, label: text(project.title) }]}
      lead={open && <Standing review={review} open={open} />}
    >
      {open ? (
        <Opened id={id} review={review} open={open} />
      ) : (
        <Empty icon={IconStairs} title={t('srl:none.title')} text={t('srl:none.text')}>
          {review.can.open && (
            <DecideButton id={id} command="open-srl-review" version={review.version}>
              {t('srl:none.open')}
            </DecideButton>
          )}
        </Empty>
      )}
      <Before review={review} />
      <Text size="sm" c="dimmed" lang="fr" mt="lg">
        {attribution}
      </Text>
    </Page>
  );
}

function Opened({ id, review, open }: { readonly id: string; readonly review: SrlReview; readonly open: OpenReview }) {
  const { t } = useTranslation('srl');
  const [correcting, setCorrecting] = useState(false);
  const mine = open.assessments.some((one) => one.mine);
  const writes = review.can.assess && (!mine || correcting);
  if (writes)
    return (
      <section aria-labelledby="write">
        <Title order={2} size="h3" id="write" mb="sm">
          {t('write')}
        </Title>
        <AssessForm key={open.review} id={id} review={review} open={open} onRecorded={() => setCorrecting(false)} />
      </section>
    );
  const correct = review.can.assess && (
    <Button size="xs" variant="default" onClick={() => setCorrecting(true)}>
      {t('correct')}
    </Button>
  );
  return (
    <Stack gap="lg">
      <Settling review={review} open={open} />
      <Block title={t('assessments')} action={correct}>
        {open.assessments.length === 0 && <Text c="dimmed">{t('nothingYet')}</Text>}
        <Compared project={id} assessments={open.assessments} agreed={open.agreed} />
      </Block>
    </Stack>
  );
}

function Standing({ review: { can }, open }: { readonly review: SrlReview; readonly open: OpenReview }) {
  const { t } = useTranslation('srl');
  const { day, distance } = useFormat();
  const { review, dueOn, assessed, assessors, awaits, blind, assessments } = open;
  const isMine = assessments.some((one) => one.mine);
  return (
    <Stack gap={6}>
      <Group gap="xs">
        <Badge color={awaits === 'conclusion' ? 'pine' : 'yellow'}>{t(`awaits.${awaits}`)}</Badge>
        <Text span size="sm">
          {t('number', { review })}, {t('until', { day: day(dueOn) })} ({distance(dueOn)})
        </Text>
        <Text span size="sm" c="dimmed">
          {t('assessed', { assessed, assessors })}
        </Text>
      </Group>
      {blind && (
        <Text size="sm">
          <IconEyeOff size={15} aria-hidden /> {t('blind')}
        </Text>
      )}
      {!can.assess && !isMine && awaits === 'assessment' && (
        <Alert color="pine" icon={<IconInfoCircle aria-hidden />} p="sm">
          {t('notYours')}
        </Alert>
      )}
    </Stack>
  );
}

/** What the last review rested on, folded: it is there to be looked up. */
function Before({ review: { project, last } }: { readonly review: SrlReview }) {
  const { t } = useTranslation('srl');
  const { day } = useFormat();
  if (!last) return null;
  return (
    <details className={classes.before}>
      <summary>{t('last', { review: last.review, day: day(last.at) })}</summary>
      <Compared project={project} assessments={last.assessments} agreed={last.agreed} />
    </details>
  );
}
