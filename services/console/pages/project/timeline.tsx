import { Anchor, Button, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { IconTimeline } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type Answer, usePages } from '../../api/read.ts';
import { Bars } from '../../ui/boundary.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useFormat } from '../../ui/format.ts';
import { ProblemNote } from '../../ui/problem.tsx';
import classes from './project.module.css';

type Entry = Answer<'/v1/projects/{id}/timeline'>['items'][number];

/** What the process does by itself about dates, and not what anybody decided. */
const byClock = (type: string) => type === 'obligation-reminded' || type === 'obligation-escalated';

/** A project's decisions, oldest first, by year: what, by whom, under which rule. */
export function Timeline() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['project', 'terms', 'shell']);
  const [withReminders, setWithReminders] = useState(false);
  const { items, isError, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages('/v1/projects/{id}/timeline', { path: { id } });
  if (isError) return <ProblemNote error={error} again={() => void refetch()} />;
  if (!items) return <Bars count={8} />;
  const shown = withReminders ? items : items.filter(({ type }) => !byClock(type));
  if (shown.length === 0) return <Empty icon={IconTimeline} title={t('project:timeline.none')} text={t('project:timeline.noneText')} />;
  const years = Map.groupBy(shown, ({ occurredAt }) => occurredAt.slice(0, 4));
  return (
    <Stack gap="md">
      <Switch
        label={t('project:timeline.reminders')}
        checked={withReminders}
        onChange={({ currentTarget: { checked } }) => setWithReminders(checked)}
        className="no-print"
      />
      {[...years].map(([year, entries]) => (
        <section key={year} aria-label={year}>
          <Title order={2} size="h3" className="tabular" mb="sm">
            {year}
          </Title>
          <ol className={classes.events}>
            {entries.map((entry) => (
              <Event key={entry.position} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {hasNextPage && (
        <Group>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('shell:table.more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Event({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation(['project', 'terms']);
  const { text, day, moment } = useFormat();
  const { actor, told, occurredAt, recordedAt, policyVersion, ruleVersion, position, authorisation } = entry;
  const wasLater = Date.parse(recordedAt) - Date.parse(occurredAt) > 86_400_000;
  return (
    <li className={classes.event} data-actor={actor.kind}>
      <Text fw={600}>{text(told)}</Text>
      <Text size="sm">
        {moment(occurredAt)} · {actor.id ?? t(`terms:actor.${actor.kind}`)}
        {wasLater && ` · ${t('project:timeline.recorded', { at: day(recordedAt) })}`}
      </Text>
      <Text size="xs" c="dimmed" className="tabular">
        {t('project:timeline.rule', { position, rule: ruleVersion })}
        {policyVersion !== undefined && ` · ${t('project:timeline.policy', { version: policyVersion })}`}
        {authorisation.length > 0 && ` · ${t('project:timeline.allowed', { by: authorisation.join(', ') })}`}
        {actor.id !== undefined && (
          <>
            {' · '}
            <Anchor
              component={Link}
              to={`/decisions/${entry.decision}`}
              size="xs"
              underline="always"
              aria-label={t('project:timeline.proofOf', { position })}
            >
              {t('project:timeline.proof')}
            </Anchor>
          </>
        )}
      </Text>
    </li>
  );
}
