import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../forms/refused.tsx';
import { useDecision } from '../../forms/use-decision.ts';
import { Bars } from '../../ui/boundary.tsx';
import { useFormat } from '../../ui/format.ts';
import { told } from '../../ui/told.ts';
import type { Claim } from './criterion-field.tsx';
import { marksOf, type ReviewDraft, type Reviews, type TypedMarks, unfinished } from './marks.ts';
import classes from './review.module.css';
import { ReviewSummary } from './review-summary.tsx';
import { Rubric } from './rubric.tsx';
import { Running } from './running.tsx';
import { useMarking } from './use-marking.ts';

interface ConsensusFormProps {
  readonly id: string;
  readonly reviews: Reviews;
  readonly onEnd: () => void;
}

const anything = {};
const inputOf = ({ marks, comment }: ReviewDraft) => ({ marks: marksOf(marks), comment });

/** What all reviews gave alike stands already; the rest is talked about. */
function agreedAlready({ rubric, reviews }: Reviews): TypedMarks {
  return Object.fromEntries(
    rubric.flatMap(({ criterion }) => {
      const given = reviews.filter(({ counts }) => counts).map(({ marks }) => marks.find((one) => one.criterion === criterion));
      const [first] = given;
      return first && given.every((one) => one?.mark === first.mark) ? [[criterion, { mark: first.mark, reason: first.reason }]] : [];
    }),
  );
}

/** What each review had given, with its reason, by criterion. */
const givenIn = ({ rubric, reviews }: Reviews, number: (mark: number) => string): Readonly<Record<string, Claim>> =>
  Object.fromEntries(
    rubric.map(({ criterion }) => {
      const of = reviews.flatMap(({ marks }) => marks.filter((one) => one.criterion === criterion));
      return [criterion, { text: of.map(({ mark, reason }) => `${number(mark)} – ${reason}`).join('\n\n') }];
    }),
  );

/** Reviewers who differ widely met: one mark for each criterion, beside what each of them had given. */
export function ConsensusForm({ id, reviews, onEnd }: ConsensusFormProps) {
  const { t } = useTranslation(['review', 'forms']);
  const { number } = useFormat();
  const [checking, setChecking] = useState(false);
  const [strict, setStrict] = useState(false);
  const { rubric } = reviews;
  const initial = useMemo((): ReviewDraft => ({ marks: agreedAlready(reviews) }), [reviews]);
  const { draft, typed, send, sending, problem } = useDecision<ReviewDraft>({
    kind: 'project',
    id,
    command: 'record-consensus',
    shape: anything,
    initial,
    toInput: inputOf,
    onRecorded: () => {
      told(t('review:consensus.recorded'));
      onEnd();
    },
  });
  const marking = useMarking(draft?.data, typed);
  const given = useMemo(() => givenIn(reviews, number), [reviews, number]);
  if (!draft) return <Bars count={8} />;
  const { data } = draft;
  const isWhole = unfinished(data.marks, rubric).length === 0 && !!data.comment?.trim();
  if (checking)
    return (
      <Stack>
        <ReviewSummary review={data} by={reviews} />
        {problem && <Refused problem={problem} />}
        <Group>
          <Button loading={sending} onClick={() => void send()}>
            {t('review:consensus.record')}
          </Button>
          <Button variant="default" onClick={() => setChecking(false)}>
            {t('forms:check.back')}
          </Button>
        </Group>
      </Stack>
    );
  return (
    <Stack>
      <Text>{t('review:consensus.text')}</Text>
      <div className={classes.sticky}>
        <Running marks={data.marks} by={reviews} />
      </div>
      <Rubric rubric={rubric} marks={data.marks} claims={given} strict={strict} onChange={marking} />
      <Textarea
        label={t('review:consensus.comment')}
        value={data.comment ?? ''}
        onChange={({ currentTarget: { value } }) => typed({ ...data, comment: value })}
        autosize
        minRows={3}
        required
      />
      {strict && !isWhole && (
        <Alert color="red" p="sm" role="alert">
          {t('review:lacking', { count: unfinished(data.marks, rubric).length })}
        </Alert>
      )}
      <Group>
        <Button
          onClick={() => {
            setStrict(!isWhole);
            setChecking(isWhole);
          }}
        >
          {t('review:consensus.toCheck')}
        </Button>
        <Button variant="default" onClick={onEnd}>
          {t('forms:cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
