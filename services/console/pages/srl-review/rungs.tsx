import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { levelNames } from '../project/srl/scale.ts';
import { type AssessmentDraft, type Level, levels } from './assessment.ts';
import classes from './rungs.module.css';

interface RungsProps {
  readonly draft: AssessmentDraft;
  readonly onClaim: (level: Level) => void;
}

/** The ladder of nine levels, the highest on top: up to which one the project places itself, and what was found at each so far. An arrow up is a level up. */
export function Rungs({ draft: { claimed, levels: typed }, onClaim }: RungsProps) {
  const { t } = useTranslation('srl');
  return (
    <fieldset className={classes.rungs} aria-describedby="claimed-help">
      <legend>{t('claimed')}</legend>
      <Text size="sm" c="dimmed" id="claimed-help" mb="xs">
        {t('claimedHelp')}
      </Text>
      {levels.toReversed().map((level) => {
        const isWithin = level <= claimed;
        const outcome = isWithin ? typed[level]?.outcome : undefined;
        return (
          <label key={level} className={classes.rung} data-within={isWithin} data-outcome={outcome}>
            <input type="radio" name="claimed" value={level} checked={level === claimed} onChange={() => onClaim(level)} />
            <span className={classes.level}>{level}</span>
            <Text span size="sm" lang="fr" className={classes.name}>
              {levelNames[level - 1]}
            </Text>
            {outcome && (
              <Text span size="xs" c="dimmed" className={classes.outcome}>
                {t(`outcome.${outcome}`)}
              </Text>
            )}
          </label>
        );
      })}
    </fieldset>
  );
}
