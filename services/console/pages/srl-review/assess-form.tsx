import { Alert, Button, Group, Text } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReadThrough } from '../../forms/read-through.tsx';
import { RestoredNote } from '../../forms/restored-note.tsx';
import { useDecision } from '../../forms/use-decision.ts';
import { Bars } from '../../ui/boundary.tsx';
import { told } from '../../ui/told.ts';
import {
  type AssessmentDraft,
  beginning,
  figuresSoFar,
  foundBefore,
  inputOf,
  type Level,
  levelsUpTo,
  type OpenReview,
  type SrlReview,
  type TypedLevel,
  unfinished,
} from './assessment.ts';
import { Findings } from './findings.tsx';
import { LevelField } from './level-field.tsx';
import { Rungs } from './rungs.tsx';
import classes from './srl-review.module.css';

const anything = {};
const untouched: TypedLevel = {};
/** Where the focus goes in a level that is not whole: the finding that lacks, else the words. */
const wanting = '[role="radiogroup"] input, textarea';

interface AssessFormProps {
  readonly id: string;
  readonly review: SrlReview;
  readonly open: OpenReview;
  readonly onRecorded: () => void;
}

/** An assessment as it is written: kept while one types, checked, read once more, recorded. */
export function AssessForm({ id, review, open, onRecorded }: AssessFormProps) {
  const { t } = useTranslation(['srl', 'forms']);
  const [checking, setChecking] = useState(false);
  const [strict, setStrict] = useState(false);
  const initial = useMemo(() => beginning(review), [review]);
  const { draft, restored, typed, discard, send, sending, problem } = useDecision<AssessmentDraft>({
    kind: 'project',
    id,
    command: 'assess-srl',
    draftName: `${id}/review-${open.review}`,
    shape: anything,
    initial,
    toInput: inputOf,
    onRecorded: () => {
      told(t('srl:recorded'));
      onRecorded();
    },
  });
  const latest = useRef<AssessmentDraft>(undefined);
  latest.current = draft?.data;
  const change = useCallback(
    (level: Level, one: TypedLevel) => {
      const before = latest.current;
      if (before) typed({ ...before, levels: { ...before.levels, [level]: one } });
    },
    [typed],
  );
  if (!draft) return <Bars count={8} />;

  const { data } = draft;
  const lacking = unfinished(data);
  const toCheck = () => {
    const [first] = lacking;
    setStrict(first !== undefined);
    if (first === undefined) return setChecking(true);
    const place = document.getElementById(`level-${first}`);
    place?.scrollIntoView({ block: 'center' });
    const lacksOutcome = data.levels[first]?.outcome === undefined;
    place?.querySelector<HTMLElement>(lacksOutcome ? wanting : 'textarea')?.focus({ preventScroll: true });
  };
  const figures = figuresSoFar(data);

  if (checking)
    return (
      <ReadThrough
        title={t('srl:check')}
        record={t('srl:record')}
        problem={problem}
        sending={sending}
        onSend={() => void send()}
        onBack={() => setChecking(false)}
      >
        <Text fw={620} mb="sm">
          {t('srl:result', { ...figures })}
        </Text>
        <Findings project={id} levels={inputOf(data).levels.flatMap(({ outcome, ...one }) => (outcome ? [{ ...one, outcome }] : []))} />
      </ReadThrough>
    );

  return (
    <form
      noValidate
      className={classes.split}
      onSubmit={(event) => {
        event.preventDefault();
        toCheck();
      }}
    >
      <div className={classes.ladder}>
        <Rungs draft={data} onClaim={(claimed) => typed({ ...data, claimed })} />
        <Text fw={620} mt="sm" role="status">
          {t('srl:result', { ...figures })}
        </Text>
      </div>
      <div>
        {restored && <RestoredNote savedAt={draft.savedAt} onDiscard={() => void discard()} />}
        {levelsUpTo(data.claimed).map((level) => {
          const found = foundBefore(review, level);
          return (
            <LevelField
              key={level}
              level={level}
              typed={data.levels[level] ?? untouched}
              before={found && review.last && { review: review.last.review, found }}
              files={review.files}
              strict={strict}
              onChange={change}
            />
          );
        })}
        {strict && lacking.length > 0 && (
          <Alert color="red" p="sm" role="alert" mb="md">
            {t('srl:lacking', { count: lacking.length })}
          </Alert>
        )}
        <Group>
          <Button type="submit">{t('srl:toCheck')}</Button>
          <Text size="sm" c="dimmed">
            {t('forms:draft.kept')}
          </Text>
        </Group>
      </div>
    </form>
  );
}
