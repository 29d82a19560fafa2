import { Group, Radio, Text, Textarea, Title } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { levelNames } from '../project/srl/scale.ts';
import { type File, type Found, type Level, outcomes, type TypedLevel } from './assessment.ts';
import classes from './level-field.module.css';
import { LevelMore } from './level-more.tsx';

export interface LevelFieldProps {
  readonly level: Level;
  readonly typed: TypedLevel;
  readonly onChange: (level: Level, typed: TypedLevel) => void;
  /** What the review before found here. */
  readonly before?: { readonly review: number; readonly found: Found } | undefined;
  readonly files: readonly File[];
  /** Whether to say what is lacking. */
  readonly strict: boolean;
}

/** One level: what has to be shown, what the review before found, the finding and what it rests on. Drawn again only when it changes. */
export const LevelField = memo(function LevelField({ level, typed, onChange, before, files, strict }: LevelFieldProps) {
  const { t } = useTranslation('srl');
  const heading = `level-${level}-name`;
  const lacksOutcome = strict && typed.outcome === undefined;
  const lacksEvidence = strict && (typed.evidence ?? '').trim() === '';
  return (
    <section className={classes.level} id={`level-${level}`} aria-labelledby={heading}>
      <Title order={3} size="h4" id={heading}>
        {level} · <span lang="fr">{levelNames[level - 1]}</span>
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('shown', { what: t(`is.level${level}`) })}
      </Text>
      {before && (
        <details className={classes.before}>
          <summary>{t('before', { review: before.review, outcome: t(`outcome.${before.found.outcome}`) })}</summary>
          <Text size="sm" className={classes.prose}>
            {before.found.evidence ?? t('withheld')}
          </Text>
        </details>
      )}
      <Radio.Group
        aria-label={t('found', { level })}
        value={typed.outcome ?? ''}
        onChange={(chosen) => onChange(level, { ...typed, outcome: outcomes.find((one) => one === chosen) })}
        error={lacksOutcome && t('lacksOutcome')}
      >
        <Group gap="md" my={6}>
          {outcomes.map((outcome) => (
            <Radio key={outcome} value={outcome} label={t(`outcome.${outcome}`)} />
          ))}
        </Group>
      </Radio.Group>
      <Textarea
        mt="xs"
        label={t('evidence')}
        aria-label={`${t('evidence')} (${level})`}
        placeholder={t('evidenceHelp')}
        value={typed.evidence ?? ''}
        onChange={({ currentTarget: { value } }) => onChange(level, { ...typed, evidence: value })}
        error={lacksEvidence && t('lacksEvidence')}
        autosize
        minRows={2}
        maxRows={14}
        required
      />
      <LevelMore level={level} typed={typed} files={files} onChange={(next) => onChange(level, next)} />
    </section>
  );
});
