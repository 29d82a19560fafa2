import { Alert, Button, Group, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReadThrough } from '../../forms/read-through.tsx';
import { useDecision } from '../../forms/use-decision.ts';
import { Bars } from '../../ui/boundary.tsx';
import { told } from '../../ui/told.ts';
import { levelNames } from '../project/srl/scale.ts';
import { type AgreementDraft, agreedOn, isWhole } from './agreement.ts';
import { type OpenReview, outcomes } from './assessment.ts';
import { Beside } from './beside.tsx';
import { Findings } from './findings.tsx';

const anything = {};
const nothing: AgreementDraft = { levels: {} };

interface ReconcileFormProps {
  readonly id: string;
  readonly open: OpenReview;
  readonly onEnd: () => void;
}

/** Two assessors differ: what is agreed on each such level, beside what each of them found. */
export function ReconcileForm({ id, open: { review, differing, assessments }, onEnd }: ReconcileFormProps) {
  const { t } = useTranslation(['srl', 'forms']);
  const [checking, setChecking] = useState(false);
  const [strict, setStrict] = useState(false);
  const toInput = useCallback((draft: AgreementDraft) => ({ levels: agreedOn(draft, differing), reasons: draft.reasons }), [differing]);
  const { draft, typed, send, sending, problem } = useDecision<AgreementDraft>({
    kind: 'project',
    id,
    command: 'reconcile-srl',
    draftName: `${id}/review-${review}`,
    shape: anything,
    initial: nothing,
    toInput,
    onRecorded: () => {
      told(t('srl:agreed.recorded'));
      onEnd();
    },
  });
  if (!draft) return <Bars count={4} />;
  const { data } = draft;
  const whole = isWhole(data, differing);
  if (checking)
    return (
      <ReadThrough
        title={t('srl:agreed.check')}
        record={t('srl:agreed.record')}
        problem={problem}
        sending={sending}
        onSend={() => void send()}
        onBack={() => setChecking(false)}
      >
        <Findings project={id} levels={agreedOn(data, differing)} />
        <Text mt="sm">{data.reasons}</Text>
      </ReadThrough>
    );
  return (
    <Stack>
      {differing.map(({ level, between }) => {
        const at = data.levels[level] ?? {};
        const change = (one: typeof at) => typed({ ...data, levels: { ...data.levels, [level]: { ...at, ...one } } });
        return (
          <section key={level} aria-labelledby={`agreed-${level}`}>
            <Title order={3} size="h4" id={`agreed-${level}`} mb="xs">
              {level} · <span lang="fr">{levelNames[level - 1]}</span>
            </Title>
            <Beside project={id} level={level} assessments={assessments} differs />
            <Radio.Group
              label={t('srl:agreed.level', { level })}
              value={at.outcome ?? ''}
              onChange={(chosen) => change({ outcome: outcomes.find((one) => one === chosen) })}
              error={strict && at.outcome === undefined && t('srl:lacksOutcome')}
              mt="sm"
            >
              <Group gap="lg" my={6}>
                {between.map((outcome) => (
                  <Radio key={outcome} value={outcome} label={t(`srl:outcome.${outcome}`)} />
                ))}
              </Group>
            </Radio.Group>
            <Textarea
              label={t('srl:agreed.evidence')}
              aria-label={`${t('srl:agreed.evidence')} (${level})`}
              value={at.evidence ?? ''}
              onChange={({ currentTarget: { value } }) => change({ evidence: value })}
              error={strict && !at.evidence?.trim() && t('srl:lacksEvidence')}
              autosize
              minRows={2}
              required
            />
          </section>
        );
      })}
      <Textarea
        label={t('srl:agreed.reasons')}
        value={data.reasons ?? ''}
        onChange={({ currentTarget: { value } }) => typed({ ...data, reasons: value })}
        autosize
        minRows={3}
        required
      />
      {strict && !whole && (
        <Alert color="red" p="sm" role="alert">
          {t('srl:agreed.lacking')}
        </Alert>
      )}
      <Group>
        <Button
          onClick={() => {
            setStrict(!whole);
            setChecking(whole);
          }}
        >
          {t('srl:agreed.toCheck')}
        </Button>
        <Button variant="default" onClick={onEnd}>
          {t('forms:cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
