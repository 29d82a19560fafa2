import { Anchor, Badge, Group, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import { taskPageOf, thingOf } from '../../ui/things.ts';
import classes from './home.module.css';
import type { Task, Urgency } from './tasks.ts';

const colours = { late: 'red', soon: 'yellow', later: 'gray' } as const;

export function TaskGroup({ group, tasks }: { readonly group: Urgency; readonly tasks: readonly Task[] }) {
  const { t } = useTranslation('home');
  const heading = `tasks-${group}`;
  return (
    <section aria-labelledby={heading}>
      <Group gap="xs" mb="xs">
        <Title order={2} size="h3" id={heading}>
          {t(group)}
        </Title>
        <Badge color={colours[group]}>{tasks.length}</Badge>
      </Group>
      <Paper p={0}>
        <ul className={classes.tasks}>
          {tasks.map((task) => (
            <TaskLine key={`${task.stream}/${task.obligation}`} task={task} urgency={group} />
          ))}
        </ul>
      </Paper>
    </section>
  );
}

function TaskLine({ task, urgency }: { readonly task: Task; readonly urgency: Urgency }) {
  const { t } = useTranslation(['home', 'terms']);
  const { lastDay, distance, text } = useFormat();
  const { kind, id } = thingOf(task.stream);
  const next = task.next?.command;
  const what = next === 'remind' || next === 'escalate' ? t(`home:nextStep.${next}`) : t('home:nextStep.other');
  return (
    <li className={classes.task} data-urgency={urgency}>
      <div className={classes.what}>
        <Anchor component={Link} to={taskPageOf(kind, id, task.kind)} fw={600} c="inherit">
          {t(`terms:due.${task.kind as 'review'}`)}
        </Anchor>
        <Text size="sm" c="dimmed">
          {text(task.title)} · {t(`terms:stage.${task.stage as 'draft'}`)}
        </Text>
      </div>
      <div className={classes.when}>
        <Text size="sm" fw={560} className="tabular" c={urgency === 'late' ? 'red' : undefined}>
          {lastDay(task.due)}
        </Text>
        <Text size="xs" c="dimmed">
          {distance(task.due)}
          {task.next && Date.parse(task.next.at) > Date.now() && ` · ${t('home:next', { what, when: distance(task.next.at) })}`}
        </Text>
      </div>
    </li>
  );
}
