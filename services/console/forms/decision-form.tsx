import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStale } from '../live/use-stale.ts';
import { Bars } from '../ui/boundary.tsx';
import { Refused } from './refused.tsx';
import { RestoredNote } from './restored-note.tsx';
import { SchemaForm } from './schema-form.tsx';
import { picked } from './shape.ts';
import { StaleNote } from './stale-note.tsx';
import { Summary } from './summary.tsx';
import { type Deciding, useDecision } from './use-decision.ts';

export interface DecisionFormProps extends Deciding {
  /** Opens what the decision is about, as it stands now. */
  readonly onLook?: () => void;
}

/** The form of any command: typed and kept, checked, read again as a summary, recorded or refused in words. */
export function DecisionForm({ onLook, ...deciding }: DecisionFormProps) {
  const { t } = useTranslation('forms');
  const decision = useDecision(deciding);
  const { draft, restored, input, typed, discard, check, send, sending, problem, problems, seen, goOnWith } = decision;
  const [checking, setChecking] = useState(false);
  const newer = useStale(`${deciding.kind}-${deciding.id}`, seen);
  const heading = useRef<HTMLHeadingElement>(null);
  const { shape, given } = deciding;
  const asked = useMemo(
    () =>
      picked(
        shape,
        Object.keys(shape.properties ?? {}).filter((name) => !given || !(name in given)),
      ),
    [shape, given],
  );
  const shown = Object.fromEntries(Object.entries(input as object).filter(([name]) => !given || !(name in given)));
  const isEmpty = Object.keys(asked.properties ?? {}).length === 0;
  useEffect(() => {
    if (checking) heading.current?.focus();
  }, [checking]);
  useEffect(() => {
    if (problem) setChecking(false);
  }, [problem]);
  if (!draft) return <Bars count={6} />;

  const stale = newer ?? (problem?.code === 'version-stale' ? problem.version : undefined);
  return (
    <Stack gap="md">
      {restored && !checking && <RestoredNote savedAt={draft.savedAt} onDiscard={() => void discard()} />}
      {stale !== undefined && <StaleNote onLook={onLook} onGo={() => goOnWith(stale)} />}
      {problem && problem.code !== 'version-stale' && <Refused problem={problem} />}
      {!checking && problems.length > 0 && !problem && (
        <Alert color="red" p="sm" role="alert">
          {t('wrongFields')}
        </Alert>
      )}
      {checking || isEmpty ? (
        <Paper component="section">
          <Title order={2} size="h3" ref={heading} tabIndex={-1} mb="xs" style={{ outline: 'none' }}>
            {t('check.title')}
          </Title>
          {isEmpty ? <Text mb="md">{t('nothingAsked')}</Text> : <Summary shape={asked} value={shown} />}
          <Text size="sm" c="dimmed" mt="md">
            {t('check.text')}
          </Text>
          <Group mt="md">
            <Button loading={sending} disabled={stale !== undefined} onClick={() => void send()}>
              {t('check.record')}
            </Button>
            {!isEmpty && (
              <Button variant="default" onClick={() => setChecking(false)} disabled={sending}>
                {t('check.back')}
              </Button>
            )}
          </Group>
        </Paper>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (check()) setChecking(true);
          }}
        >
          <Stack gap="lg">
            <SchemaForm shape={asked} value={draft.data} onChange={typed} problems={problems} />
            <Group>
              <Button type="submit">{t('continue')}</Button>
              <Text size="sm" c="dimmed">
                {t('draft.kept')}
              </Text>
            </Group>
          </Stack>
        </form>
      )}
    </Stack>
  );
}
