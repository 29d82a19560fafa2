import { Alert, Button, Group, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../forms/use-field-words.ts';
import type { JudgementDraft, LaterOn } from './judged.ts';

interface JudgementFieldsProps {
  readonly of: string;
  readonly outcomes: readonly string[];
  readonly name: string;
  readonly laterOn: LaterOn | undefined;
  readonly typed: JudgementDraft;
  /** Whether to say that something lacks. */
  readonly strict: boolean;
  readonly onChange: (typed: JudgementDraft) => void;
  readonly onEnd: () => void;
}

/** The finding, what it rests on, and the day of what is not done yet. */
export function JudgementFields({ name, of, outcomes, laterOn, typed, strict, onChange, onEnd }: JudgementFieldsProps) {
  const { t } = useTranslation(['following', 'forms']);
  const words = useFieldWords();
  return (
    <Stack gap="sm" mt="sm">
      <Radio.Group
        name={name}
        label={t('following:judgement.outcome')}
        aria-label={`${t('following:judgement.outcome')} : ${of}`}
        value={typed.outcome ?? ''}
        onChange={(outcome) => onChange({ ...typed, outcome })}
        required
      >
        <Group gap="lg" mt={6}>
          {outcomes.map((outcome) => (
            <Radio key={outcome} value={outcome} label={words.choice(outcome, 'outcome')} />
          ))}
        </Group>
      </Radio.Group>
      <Textarea
        label={t('following:judgement.evidence')}
        placeholder={t('following:judgement.evidenceHelp')}
        value={typed.evidence ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ ...typed, evidence: value })}
        error={strict && !typed.evidence?.trim() && t('forms:mistake.required')}
        autosize
        minRows={2}
        required
      />
      {laterOn && typed.outcome === laterOn.outcome && (
        <TextInput
          type="date"
          label={t('following:judgement.laterOn')}
          description={laterOn.required ? undefined : t('following:judgement.laterHelp')}
          value={typed.dueOn ?? ''}
          onChange={({ currentTarget: { value } }) => onChange({ ...typed, dueOn: value })}
          required={laterOn.required}
          maw="14rem"
        />
      )}
      {strict && (
        <Alert color="red" p="sm" role="alert">
          {t('following:judgement.lacking')}
        </Alert>
      )}
      <Group>
        <Button type="submit" size="sm">
          {t('following:judgement.toCheck')}
        </Button>
        <Button variant="default" size="sm" onClick={onEnd}>
          {t('forms:cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
