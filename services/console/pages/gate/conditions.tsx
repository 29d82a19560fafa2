import { ActionIcon, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Gate, GateDraft, TypedCondition } from './gate.ts';

interface ConditionsProps {
  readonly gate: Gate;
  readonly draft: GateDraft;
  readonly onChange: (draft: GateDraft) => void;
}

/** The conditions of the passage, each with its day where it has one of its own. */
export function Conditions({ gate, draft, onChange }: ConditionsProps) {
  const { t } = useTranslation('gate');
  const shown: readonly TypedCondition[] = draft.conditions.length > 0 ? draft.conditions : [{ text: '' }];
  const change = (conditions: readonly TypedCondition[]) => onChange({ ...draft, conditions });
  const put = (place: number, one: TypedCondition) => change(shown.map((before, at) => (at === place ? one : before)));
  return (
    <Stack gap="sm" component="section" aria-label={t('decision.conditions')}>
      {gate.avis && gate.avis.reservations.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('decision.fromAvis')}
        </Text>
      )}
      {shown.map((condition, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a condition is known by its place
        <div key={place}>
          <Textarea
            label={t('decision.condition', { place: place + 1 })}
            value={condition.text}
            onChange={({ currentTarget: { value } }) => put(place, { ...condition, text: value })}
            autosize
            minRows={2}
            required
          />
          <Group align="flex-end" mt={6}>
            <TextInput
              type="date"
              label={t('decision.dueOn', { place: place + 1 })}
              value={condition.dueOn ?? ''}
              onChange={({ currentTarget: { value } }) => put(place, { ...condition, dueOn: value || undefined })}
            />
            {shown.length > 1 && (
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={t('decision.remove', { place: place + 1 })}
                onClick={() => change(shown.filter((_, at) => at !== place))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        </div>
      ))}
      <Text size="xs" c="dimmed">
        {t('decision.conditionDays', { days: gate.conditionDays })}
      </Text>
      <Group>
        <Button variant="subtle" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => change([...shown, { text: '' }])}>
          {t('decision.more')}
        </Button>
      </Group>
    </Stack>
  );
}
