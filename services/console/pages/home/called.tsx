import { Anchor, Badge, Group, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import { pageOf } from '../../ui/things.ts';
import classes from './home.module.css';
import type { Sitting } from './use-called.ts';

/** Sittings of the committee that wait for one's declaration or vote. */
export function Called({ sittings }: { readonly sittings: readonly Sitting[] }) {
  const { t } = useTranslation('home');
  const { text, moment, distance } = useFormat();
  return (
    <section aria-labelledby="called">
      <Group gap="xs" mb="xs">
        <Title order={2} size="h3" id="called">
          {t('committee')}
        </Title>
        <Badge color="yellow">{sittings.length}</Badge>
      </Group>
      <Paper p={0}>
        <ul className={classes.tasks}>
          {sittings.map(({ sitting, heldAt, callTitle, programmeName, awaits }) => (
            <li key={sitting} className={classes.task}>
              <div className={classes.what}>
                <Anchor component={Link} to={pageOf('sitting', sitting)} fw={600} c="inherit">
                  {t('sitting', { at: moment(heldAt) })}
                </Anchor>
                <Text size="sm" c="dimmed">
                  {text(callTitle ?? programmeName)}
                </Text>
              </div>
              <div className={classes.when}>
                <Text size="sm" fw={560}>
                  {awaits && awaits.votes > 0 ? t('toVote', { count: awaits.votes }) : t('toDeclare')}
                </Text>
                <Text size="xs" c="dimmed">
                  {distance(heldAt)}
                </Text>
              </div>
            </li>
          ))}
        </ul>
      </Paper>
    </section>
  );
}
