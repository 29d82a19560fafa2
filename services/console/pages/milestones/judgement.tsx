import { Badge, Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReadThrough } from '../../forms/read-through.tsx';
import { useDecision } from '../../forms/use-decision.ts';
import { useFieldWords } from '../../forms/use-field-words.ts';
import { Bars } from '../../ui/boundary.tsx';
import entries from '../../ui/entries.module.css';
import { useFormat } from '../../ui/format.ts';
import { told } from '../../ui/told.ts';
import { isWhole, type JudgementDraft, type LaterOn } from './judged.ts';
import { JudgementFields } from './judgement-fields.tsx';

export interface JudgementProps {
  readonly id: string;
  readonly command: 'assess-milestone' | 'confirm-condition' | 'confirm-consolidation';
  /** Which one is judged, as the command names it. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Tells the draft from those on others. */
  readonly about: string;
  /** What is judged, in words. */
  readonly of: string;
  readonly outcomes: readonly string[];
  readonly laterOn?: LaterOn;
  /** The word of the button. */
  readonly ask: string;
}

/** What was found of a report, written below it: the finding, what it rests on, read once more, recorded. */
export function Judgement({ ask, of, ...judged }: JudgementProps) {
  const [opened, { open, close }] = useDisclosure();
  if (opened) return <Written {...judged} of={of} onEnd={close} />;
  return (
    <Button size="xs" mt="xs" variant="filled" onClick={open} className="no-print">
      {ask}
      <span className="visually-hidden"> : {of}</span>
    </Button>
  );
}

const anything = {};
const nothing: JudgementDraft = {};

function Written({ id, command, given, about, of, outcomes, laterOn, onEnd }: Omit<JudgementProps, 'ask'> & { readonly onEnd: () => void }) {
  const { t } = useTranslation('following');
  const { day } = useFormat();
  const words = useFieldWords();
  const [checking, setChecking] = useState(false);
  const [strict, setStrict] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const name = useId();
  const key = JSON.stringify(given);
  const kept = useMemo(() => JSON.parse(key) as Readonly<Record<string, unknown>>, [key]);
  const toInput = useMemo(
    () =>
      ({ dueOn, ...said }: JudgementDraft) => ({ ...said, ...(dueOn && said.outcome === laterOn?.outcome && { dueOn }) }),
    [laterOn?.outcome],
  );
  const { draft, typed, send, sending, problem } = useDecision<JudgementDraft>({
    kind: 'project',
    id,
    command,
    draftName: `${id}/${about}`,
    shape: anything,
    given: kept,
    initial: nothing,
    toInput,
    onRecorded: () => {
      told(t('judgement.recorded'));
      onEnd();
    },
  });
  const ready = draft !== undefined && !checking;
  useEffect(() => {
    if (ready) form.current?.querySelector<HTMLElement>('input:checked, input')?.focus();
  }, [ready]);
  if (!draft) return <Bars count={2} />;
  const { data } = draft;
  const whole = isWhole(data, laterOn);
  if (checking)
    return (
      <ReadThrough
        title={t('judgement.check')}
        record={t('judgement.record')}
        problem={problem}
        sending={sending}
        onSend={() => void send()}
        onBack={() => setChecking(false)}
      >
        <Text fw={600}>
          {of} {data.outcome && <Badge>{words.choice(data.outcome, 'outcome')}</Badge>}
        </Text>
        <Text className={entries.prose}>{data.evidence}</Text>
        {data.dueOn && data.outcome === laterOn?.outcome && <Text size="sm">{t('due', { day: day(data.dueOn) })}</Text>}
      </ReadThrough>
    );
  return (
    <form
      ref={form}
      noValidate
      className="no-print"
      onSubmit={(event) => {
        event.preventDefault();
        setStrict(!whole);
        setChecking(whole);
      }}
    >
      <JudgementFields
        name={name}
        of={of}
        outcomes={outcomes}
        laterOn={laterOn}
        typed={data}
        strict={strict && !whole}
        onChange={typed}
        onEnd={onEnd}
      />
    </form>
  );
}
