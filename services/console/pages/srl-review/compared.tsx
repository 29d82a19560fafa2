import { Badge, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { levelNames } from '../project/srl/scale.ts';
import { type Assessment, type Found, levels, outcomeColours } from './assessment.ts';
import { useAssessorName } from './assessor-name.ts';
import { Beside } from './beside.tsx';
import classes from './compared.module.css';

interface ComparedProps {
  readonly project: string;
  readonly assessments: readonly Assessment[];
  readonly agreed?: { readonly levels: readonly Found[]; readonly reasons?: string | undefined } | undefined;
}

/** The assessments of a review, level by level and side by side, with what was agreed where they differ. */
export function Compared({ project, assessments, agreed }: ComparedProps) {
  const { t } = useTranslation('srl');
  const nameOf = useAssessorName();
  const only = assessments.length === 1 ? assessments[0] : undefined;
  const upTo = Math.max(0, ...assessments.map(({ claimed }) => claimed));
  return (
    <>
      {only && (
        <Text size="sm" c="dimmed">
          {nameOf(only, 0)}
        </Text>
      )}
      <ol className={classes.levels}>
        {levels.slice(0, upTo).map((level) => {
          const found = assessments.map((one) => one.levels.find((at) => at.level === level)?.outcome ?? 'not-reached');
          const differs = new Set(found).size > 1;
          const settled = agreed?.levels.find((one) => one.level === level);
          return (
            <li key={level}>
              <div className={classes.head}>
                <Title order={3} size="h4">
                  {level} · <span lang="fr">{levelNames[level - 1]}</span>
                </Title>
                {differs && <Badge color="red">{t('differs')}</Badge>}
              </div>
              <Beside project={project} level={level} assessments={assessments} differs={differs} />
              {settled && (
                <Text size="sm" mt="xs" className={classes.prose}>
                  <Badge color={outcomeColours[settled.outcome]}>{t(`outcome.${settled.outcome}`)}</Badge>{' '}
                  {t('agreed.said', { evidence: settled.evidence ?? t('withheld') })}
                </Text>
              )}
            </li>
          );
        })}
      </ol>
      {agreed?.reasons && (
        <Text mt="sm" className={classes.prose}>
          {t('agreed.because', { reasons: agreed.reasons })}
        </Text>
      )}
    </>
  );
}
