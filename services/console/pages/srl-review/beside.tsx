import { Anchor, Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Assessment, outcomeColours } from './assessment.ts';
import { useAssessorName } from './assessor-name.ts';
import classes from './compared.module.css';

interface BesideProps {
  readonly project: string;
  readonly level: number;
  readonly assessments: readonly Assessment[];
  readonly differs: boolean;
}

/** What each assessor found at one level, side by side. */
export function Beside({ project, level, assessments, differs }: BesideProps) {
  const { t } = useTranslation('srl');
  const nameOf = useAssessorName();
  return (
    <div className={classes.beside}>
      {assessments.map((assessment, place) => {
        const name = nameOf(assessment, place);
        const found = assessment.levels.find((one) => one.level === level);
        return (
          <div key={name} className={classes.one} data-differs={differs}>
            {assessments.length > 1 && (
              <Text size="xs" c="dimmed">
                {name}
              </Text>
            )}
            {found ? (
              <>
                <Badge color={outcomeColours[found.outcome]}>{t(`outcome.${found.outcome}`)}</Badge>
                <Text size="sm" mt={4} className={classes.prose} c={found.evidence === undefined ? 'dimmed' : undefined}>
                  {found.evidence ?? t('withheld')}
                </Text>
                {found.attachments?.map(({ hash, name: file }) => (
                  <Anchor key={hash} href={`/v1/projects/${encodeURIComponent(project)}/attachments/${hash}`} size="sm" display="block">
                    {file}
                  </Anchor>
                ))}
              </>
            ) : (
              <Text size="sm" c="dimmed">
                {t('beyond')}
              </Text>
            )}
          </div>
        );
      })}
    </div>
  );
}
