import { Group, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Gate, type GateDraft, outcomes, whyNot } from './gate.ts';

interface OutcomeChoiceProps {
  readonly gate: Gate;
  readonly draft: GateDraft;
  readonly onChange: (draft: GateDraft) => void;
}

/** How the project goes on, each way with what it leads to, or why it is not open now; for a return, to which phase. */
export function OutcomeChoice({ gate, draft, onChange }: OutcomeChoiceProps) {
  const { t } = useTranslation(['gate', 'terms']);
  return (
    <>
      <Radio.Group
        label={t('gate:decision.outcome')}
        value={draft.outcome ?? ''}
        onChange={(chosen) => onChange({ ...draft, outcome: outcomes.find((one) => one === chosen) })}
        required
      >
        <Stack gap="sm" mt="xs">
          {outcomes.map((outcome) => {
            const why = whyNot(gate, outcome);
            return (
              <Radio
                key={outcome}
                value={outcome}
                label={t(`gate:decision.is.${outcome}`)}
                description={why ? t(`gate:decision.not.${why}`) : t(`gate:decision.leads.${outcome}`)}
                disabled={why !== undefined}
              />
            );
          })}
        </Stack>
      </Radio.Group>
      {draft.outcome === 'return' && (
        <Radio.Group
          label={t('gate:decision.to')}
          value={draft.to ?? ''}
          onChange={(chosen) => onChange({ ...draft, to: gate.earlier.find((one) => one === chosen) })}
          required
        >
          <Group mt="xs">
            {gate.earlier.map((phase) => (
              <Radio key={phase} value={phase} label={t(`terms:phase.${phase}`)} />
            ))}
          </Group>
        </Radio.Group>
      )}
    </>
  );
}
