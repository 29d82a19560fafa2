import { Anchor, Badge, Group, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import { taskPageOf, thingOf } from '../../ui/things.ts';
import classes from './my-reviews.module.css';
import type { Task } from './use-under-way.ts';

/** Projects under way whose SRL, milestones or consolidation one is to assess. */
export function UnderWay({ tasks }: { readonly tasks: readonly Task[] }) {
  const { t } = useTranslation(['review', 'terms']);
  const { text, lastDay, distance } = useFormat();
  return (
    <section aria-labelledby="under-way">
      <Group gap="xs" mb="sm">
        <Title order={2} size="h3" id="under-way">
          {t('review:mine.underWay')}
        </Title>
        <Badge color="gray">{tasks.length}</Badge>
      </Group>
      <Paper p={0}>
        <ul className={classes.list}>
          {tasks.map(({ stream, obligation, kind, title, due }) => {
            const thing = thingOf(stream);
            return (
              <li key={`${stream}/${obligation}`} className={classes.line}>
                <div>
                  <Anchor component={Link} to={taskPageOf(thing.kind, thing.id, kind)} fw={620}>
                    {t(`terms:due.${kind as 'assess-milestone'}`)}
                  </Anchor>
                  <Text size="sm" c="dimmed">
                    {text(title)}
                  </Text>
                </div>
                <div className={classes.when}>
                  <Text size="sm" fw={560} c={Date.parse(due) < Date.now() ? 'red' : undefined}>
                    {lastDay(due)}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {distance(due)}
                  </Text>
                </div>
              </li>
            );
          })}
        </ul>
      </Paper>
    </section>
  );
}
