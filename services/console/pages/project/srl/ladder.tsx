import { Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './ladder.module.css';
import { levelNames } from './scale.ts';

/** The nine levels, with those that are reached and those that are consolidated. */
export function Ladder({ reached, consolidated }: { readonly reached: number; readonly consolidated?: number | undefined }) {
  const { t } = useTranslation('project');
  return (
    <Paper component="section" aria-labelledby="ladder">
      <Title order={2} size="h3" id="ladder" mb="sm">
        {t('srl.ladder')}
      </Title>
      <ol className={classes.ladder}>
        {levelNames.map((name, index) => {
          const level = index + 1;
          const standing = level <= (consolidated ?? 0) ? 'consolidated' : level <= reached ? 'reached' : 'to-come';
          return (
            <li key={name} data-standing={standing} aria-current={level === reached ? 'step' : undefined}>
              <span className={classes.level}>{level}</span>
              <Text span lang="fr">
                {name}
              </Text>
              {standing !== 'to-come' && (
                <Text span size="xs" c="dimmed" className={classes.standing}>
                  {t(`srl.is.${standing}`)}
                </Text>
              )}
            </li>
          );
        })}
      </ol>
    </Paper>
  );
}
