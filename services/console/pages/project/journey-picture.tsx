import { Paper, Text, Title } from '@mantine/core';
import { IconCheck, IconMapPin, IconRotate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import type { Project } from './facts.tsx';
import classes from './journey.module.css';
import { journeyOf, type Station } from './journey.ts';

/** The path of a project through the programme: what is behind it, where it is, what comes next. A list to whoever hears it. */
export function JourneyPicture({ project }: { readonly project: Project }) {
  const { t } = useTranslation('project');
  const stations = journeyOf(project);
  if (stations.length === 0) return null;
  return (
    <Paper component="section" aria-labelledby="journey">
      <Title order={2} size="h3" id="journey" mb="md">
        {t('journey.title')}
      </Title>
      <ol className={classes.path}>
        {stations.map((station) => (
          <StationMark key={station.stage} station={station} suspended={project.stage === 'suspended'} />
        ))}
      </ol>
    </Paper>
  );
}

/** Long words may break after `-tion-`, which the browser does not know in every language. */
const breakable = (word: string): string => word.replaceAll(/tion(?=[a-z]{3,})/g, 'tion\u00ad');

function StationMark({ station: { stage, standing, at, times }, suspended }: { readonly station: Station; readonly suspended: boolean }) {
  const { t } = useTranslation(['project', 'terms']);
  const { shortDay } = useFormat();
  return (
    <li className={classes.station} data-standing={standing} aria-current={standing === 'here' ? 'step' : undefined}>
      <span className={classes.mark} aria-hidden>
        {standing === 'done' && <IconCheck size={14} stroke={2.5} />}
        {standing === 'here' && <IconMapPin size={16} stroke={2} />}
      </span>
      <div>
        <Text size="sm" fw={standing === 'here' ? 700 : 520}>
          {breakable(t(`terms:stage.${stage}`))}
        </Text>
        {standing === 'here' && (
          <Text size="xs" fw={600} className={classes.here}>
            {suspended ? t('terms:stage.suspended') : t('project:journey.here')}
          </Text>
        )}
        {at && (
          <Text size="xs" c="dimmed" className="tabular">
            {shortDay(at)}
          </Text>
        )}
        {times > 1 && (
          <Text size="xs" c="dimmed">
            <IconRotate size={12} aria-hidden /> {t('project:journey.times', { count: times })}
          </Text>
        )}
        <span className="visually-hidden">{t(`project:journey.${standing}`)}</span>
      </div>
    </li>
  );
}
