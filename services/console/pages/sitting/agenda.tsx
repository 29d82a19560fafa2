import { Anchor, Badge, Group, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import classes from './agenda.module.css';
import { Ballot } from './ballot.tsx';
import { Conclude } from './conclude.tsx';
import { Hearing } from './hearing.tsx';
import { Recusal } from './recusal.tsx';
import { type AgendaProps, answerColours, type PointProps } from './sitting.ts';
import { VotesLive } from './votes-live.tsx';

/** Point by point: what is asked, the vote, how the votes stand, what was concluded. */
export function Agenda({ sitting, person, may }: AgendaProps) {
  return (
    <ol className={classes.agenda}>
      {sitting.items.map((item, place) => (
        <li key={item.item}>
          <Point sitting={sitting} item={item} place={place + 1} person={person} may={may} />
        </li>
      ))}
    </ol>
  );
}

function Point({ place, ...props }: PointProps & { readonly place: number }) {
  const { t } = useTranslation('sitting');
  const { money } = useFormat();
  const { sitting, item, person, may } = props;
  const { title, project, organisation, requested, question, concluded, heard } = item;
  const heading = `item-${item.item}`;
  const isAgainst = sitting.members.find((one) => one.person === person)?.recusedFrom.includes(item.item);
  return (
    <Paper component="article" aria-labelledby={heading} className={classes.point} data-concluded={concluded !== undefined}>
      <div className={classes.head}>
        <div className={classes.about}>
          <Title order={3} size="h3" id={heading}>
            {place}. {title}
          </Title>
          <Text size="sm" c="dimmed">
            {t(`question.${question}`)}
            {organisation && ` · ${organisation}`}
            {requested !== undefined && ` · ${money(requested, sitting.currency)}`}
          </Text>
        </div>
        {concluded ? (
          <Badge color={answerColours[concluded.avis]} size="lg">
            {t(`answer.${concluded.avis}`)}
          </Badge>
        ) : (
          heard && <Badge color="gray">{t('heard')}</Badge>
        )}
      </div>
      {!isAgainst && (
        <Group gap="md" mt={4}>
          <Anchor
            component={Link}
            to={question === 'selection' ? `/reviews/${encodeURIComponent(project)}` : `/projects/${encodeURIComponent(project)}/gate`}
            size="sm"
          >
            {t(`open.${question}`)}
          </Anchor>
        </Group>
      )}
      {item.note && (
        <Text size="sm" mt="xs" className={classes.note}>
          {t('hearing.note', { note: item.note })}
        </Text>
      )}
      {concluded && concluded.reservations.length > 0 && (
        <ul className={classes.reservations}>
          {concluded.reservations.map(({ reservation, text }) => (
            <li key={reservation}>{text}</li>
          ))}
        </ul>
      )}
      <Ballot {...props} />
      {(sitting.stage === 'open' || sitting.stage === 'held' || concluded) && <VotesLive {...props} />}
      <Group gap="sm" mt="sm" className="no-print">
        {may('conclude-item') && sitting.stage === 'open' && !concluded && <Conclude {...props} />}
        {may('hear-applicant') && sitting.stage === 'open' && !concluded && !heard && <Hearing {...props} />}
        {!concluded && !isAgainst && <Recusal {...props} />}
      </Group>
    </Paper>
  );
}
