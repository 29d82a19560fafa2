import { Anchor, Badge, Paper, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../../../ui/empty.tsx';
import { useFormat } from '../../../ui/format.ts';
import { pageOf, thingOf } from '../../../ui/things.ts';
import classes from '../past/past.module.css';
import { Divergences } from './divergences.tsx';
import { colourOf, type Redecided } from './redecided.ts';

/** How many are shown: a report on thousands that agree needs no list of them. */
const SHOWN = 200;

/** Commands that were decided again, each with where it came out otherwise. */
export function RedecidedList({ items, running }: { readonly items: readonly Redecided[]; readonly running: boolean }) {
  const { t } = useTranslation('audit');
  const { moment, number } = useFormat();
  if (items.length === 0) {
    return running ? null : <Empty icon={IconCircleCheck} title={t('redecided.none')} text={t('redecided.noneText')} />;
  }
  return (
    <Paper>
      <ol className={classes.since}>
        {items.slice(0, SHOWN).map((one) => {
          const { kind, id } = thingOf(one.stream);
          return (
            <li key={one.position}>
              <Text fw={600} component="div">
                {one.command.name} <Badge color={colourOf(one.outcome)}>{t(`redecided.outcome.${one.outcome}`)}</Badge>
              </Text>
              <Text size="sm" c="dimmed" className="tabular">
                {t('redecided.place', { position: number(one.position) })} ·{' '}
                <Anchor component={Link} to={pageOf(kind, id)} inherit underline="always">
                  {one.stream}
                </Anchor>{' '}
                · {moment(one.recordedAt)} · {one.actor.id}
              </Text>
              <Divergences of={one} />
            </li>
          );
        })}
      </ol>
      {items.length > SHOWN && <Text c="dimmed">{t('redecided.more', { count: items.length - SHOWN })}</Text>}
    </Paper>
  );
}
