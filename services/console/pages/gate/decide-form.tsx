import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReadThrough } from '../../forms/read-through.tsx';
import { RestoredNote } from '../../forms/restored-note.tsx';
import { StaleNote } from '../../forms/stale-note.tsx';
import { useDecision } from '../../forms/use-decision.ts';
import { useStale } from '../../live/use-stale.ts';
import { Bars } from '../../ui/boundary.tsx';
import { told } from '../../ui/told.ts';
import { Conditions } from './conditions.tsx';
import { beginning, departsFromAvis, type Gate, type GateDraft, inputOf, isWhole } from './gate.ts';
import { GateSummary } from './gate-summary.tsx';
import { OutcomeChoice } from './outcome-choice.tsx';

const anything = {};

interface DecideFormProps {
  readonly project: string;
  readonly version: number;
  readonly gate: Gate;
}

/** The gate as it is decided: how the project goes on, under which conditions, why; kept, read once more, recorded. */
export function DecideForm({ project, version, gate }: DecideFormProps) {
  const { t } = useTranslation(['gate', 'forms', 'fields']);
  const [checking, setChecking] = useState(false);
  const [strict, setStrict] = useState(false);
  const initial = useMemo(() => beginning(gate), [gate]);
  const toInput = useMemo(() => inputOf(gate), [gate]);
  const decision = useDecision<GateDraft>({
    kind: 'project',
    id: project,
    command: 'decide-gate',
    draftName: `${project}/${gate.from}-${gate.review?.review ?? 0}`,
    version,
    shape: anything,
    initial,
    toInput,
    onRecorded: () => told(t('gate:decision.recorded', { outcome: outcome ? t(`gate:decision.is.${outcome}`) : '' })),
  });
  const { draft, restored, typed, discard, send, sending, problem, seen, goOnWith } = decision;
  const newer = useStale(`project-${project}`, seen);
  const outcome = draft?.data.outcome;
  if (!draft) return <Bars count={6} />;
  const { data } = draft;
  const whole = isWhole(data, gate);
  const departs = departsFromAvis(gate, outcome);
  const stale = newer ?? (problem?.code === 'version-stale' ? problem.version : undefined);
  const staleNote = stale !== undefined && <StaleNote onGo={() => goOnWith(stale)} />;

  if (checking)
    return (
      <Stack>
        {staleNote}
        <ReadThrough
          title={t('gate:decision.check')}
          record={t('gate:decision.record')}
          problem={problem?.code === 'version-stale' ? undefined : problem}
          sending={sending}
          onSend={() => void send()}
          onBack={() => setChecking(false)}
        >
          <GateSummary draft={data} gate={gate} />
        </ReadThrough>
      </Stack>
    );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setStrict(!whole);
        setChecking(whole);
      }}
    >
      <Stack gap="md">
        {staleNote}
        {restored && <RestoredNote savedAt={draft.savedAt} onDiscard={() => void discard()} />}
        <OutcomeChoice gate={gate} draft={data} onChange={typed} />
        {outcome === 'conditional' && <Conditions gate={gate} draft={data} onChange={typed} />}
        {departs && (
          <Textarea
            label={t('gate:decision.departs')}
            description={gate.avis && t('gate:decision.departsHelp', { avis: t(`fields:choice.${gate.avis.avis}`) })}
            value={data.departs ?? ''}
            onChange={({ currentTarget: { value } }) => typed({ ...data, departs: value })}
            error={strict && !data.departs?.trim() && t('forms:mistake.required')}
            autosize
            minRows={2}
            required
          />
        )}
        <Textarea
          label={t('gate:decision.reasons')}
          value={data.reasons ?? ''}
          onChange={({ currentTarget: { value } }) => typed({ ...data, reasons: value })}
          error={strict && !data.reasons?.trim() && t('forms:mistake.required')}
          autosize
          minRows={3}
          required
        />
        {strict && !whole && (
          <Alert color="red" p="sm" role="alert">
            {t('gate:decision.lacking')}
          </Alert>
        )}
        <Group>
          <Button type="submit">{t('gate:decision.toCheck')}</Button>
          <Text size="sm" c="dimmed">
            {t('forms:draft.kept')}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
