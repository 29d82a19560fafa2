import { Alert, Button, Group, Paper, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../forms/refused.tsx';
import { RestoredNote } from '../../forms/restored-note.tsx';
import { useDecision } from '../../forms/use-decision.ts';
import { Bars } from '../../ui/boundary.tsx';
import { told } from '../../ui/told.ts';
import type { Claim } from './criterion-field.tsx';
import { blank, firstLacking, inputOf, opinions, type ReviewDraft, type Reviews, unfinished } from './marks.ts';
import classes from './review.module.css';
import { ReviewSummary } from './review-summary.tsx';
import { Rubric } from './rubric.tsx';
import { Running } from './running.tsx';
import { useMarking } from './use-marking.ts';

const anything = {};

/** Where the focus goes in a criterion, the opinion or the comment that is not whole: the mark that lacks, else the words. */
const wanting = '[role="radiogroup"][aria-invalid="true"] input, textarea[aria-invalid="true"], input[type="radio"], textarea';

interface ReviewFormProps {
  readonly id: string;
  readonly reviews: Reviews;
  readonly claims: Readonly<Record<string, Claim>>;
}

/** The review as it is written: kept while one types, checked, read once more, submitted. */
export function ReviewForm({ id, reviews, claims }: ReviewFormProps) {
  const { t } = useTranslation(['review', 'forms', 'fields']);
  const [checking, setChecking] = useState(false);
  const [strict, setStrict] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const { draft, restored, typed, discard, send, sending, problem } = useDecision<ReviewDraft>({
    kind: 'project',
    id,
    command: 'submit-review',
    shape: anything,
    initial: blank,
    toInput: inputOf,
    onRecorded: () => told(t('review:submitted')),
  });
  useEffect(() => {
    if (checking) heading.current?.focus();
  }, [checking]);
  const marking = useMarking(draft?.data, typed);
  if (!draft) return <Bars count={8} />;

  const { data } = draft;
  const { rubric } = reviews;
  const left = unfinished(data.marks, rubric).length;
  const toCheck = () => {
    const lacking = firstLacking(data, rubric);
    setStrict(lacking !== undefined);
    if (lacking === undefined) return setChecking(true);
    const place = document.getElementById(`criterion-${lacking}`);
    place?.scrollIntoView({ block: 'center' });
    place?.querySelector<HTMLElement>(wanting)?.focus({ preventScroll: true });
  };

  if (checking)
    return (
      <Paper component="section">
        <Title order={2} size="h3" ref={heading} tabIndex={-1} mb="md" className={classes.quietFocus}>
          {t('review:check')}
        </Title>
        <ReviewSummary review={data} by={reviews} />
        {problem && <Refused problem={problem} />}
        <Text size="sm" c="dimmed" my="md">
          {t('forms:check.text')}
        </Text>
        <Group>
          <Button loading={sending} onClick={() => void send()}>
            {t('review:submit')}
          </Button>
          <Button variant="default" disabled={sending} onClick={() => setChecking(false)}>
            {t('forms:check.back')}
          </Button>
        </Group>
      </Paper>
    );

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        toCheck();
      }}
    >
      <div className={classes.sticky}>
        <Running marks={data.marks} by={reviews} />
      </div>
      {restored && <RestoredNote savedAt={draft.savedAt} onDiscard={() => void discard()} />}
      <Rubric rubric={rubric} marks={data.marks} claims={claims} strict={strict} onChange={marking} />
      <Stack gap="lg" mt="lg">
        <div id="criterion-opinion">
          <Radio.Group
            label={t('fields:field.opinion')}
            value={data.opinion ?? ''}
            onChange={(opinion) => typed({ ...data, opinion: opinions.find((one) => one === opinion) })}
            error={strict && data.opinion === undefined && t('review:lacksOpinion')}
            required
          >
            <Group mt="xs">
              {opinions.map((opinion) => (
                <Radio key={opinion} value={opinion} label={t(`fields:choice.${opinion}`)} />
              ))}
            </Group>
          </Radio.Group>
        </div>
        <div id="criterion-comment">
          <Textarea
            label={t('review:comment')}
            description={t('review:commentHelp')}
            value={data.comment ?? ''}
            onChange={({ currentTarget: { value } }) => typed({ ...data, comment: value })}
            error={strict && (data.comment ?? '').trim() === '' && t('forms:mistake.required')}
            autosize
            minRows={4}
            maxRows={20}
            required
          />
        </div>
        {strict && (
          <Alert color="red" p="sm" role="alert">
            {t('review:lacking', { count: left })}
          </Alert>
        )}
        <Group>
          <Button type="submit">{t('review:toCheck')}</Button>
          <Text size="sm" c="dimmed">
            {t('forms:draft.kept')}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
