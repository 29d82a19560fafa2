import { Anchor, Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { levelNames } from '../project/srl/scale.ts';
import { type File, type Found, outcomeColours } from './assessment.ts';
import classes from './findings.module.css';

interface FindingsProps {
  readonly project: string;
  readonly levels: readonly (Omit<Found, 'attachments'> & { readonly attachments?: readonly File[] | undefined })[];
}

/** What was found, level by level, with what it rests on. */
export function Findings({ project, levels }: FindingsProps) {
  const { t } = useTranslation('srl');
  return (
    <dl className={classes.findings}>
      {levels.map(({ level, outcome, evidence, attachments = [] }) => (
        <div key={level}>
          <dt>
            {level} · <span lang="fr">{levelNames[level - 1]}</span>
          </dt>
          <dd>
            <Badge color={outcomeColours[outcome]}>{t(`outcome.${outcome}`)}</Badge>
            <Text size="sm" mt={4} className={classes.prose} c={evidence === undefined ? 'dimmed' : undefined}>
              {evidence ?? t('withheld')}
            </Text>
            {attachments.map(({ hash, name }) => (
              <Anchor key={hash} href={`/v1/projects/${encodeURIComponent(project)}/attachments/${hash}`} size="sm" display="block">
                {name}
              </Anchor>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
