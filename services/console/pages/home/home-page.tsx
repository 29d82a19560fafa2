import { Button, Grid, Paper, Stack, Text } from '@mantine/core';
import { IconMoodCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages } from '../../api/read.ts';
import { Bars, Boundary } from '../../ui/boundary.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { Called } from './called.tsx';
import { Changes } from './changes.tsx';
import { TaskGroup } from './task-group.tsx';
import { groupsOf } from './tasks.ts';
import { useCalled } from './use-called.ts';

/** My work: what is due for whoever asks, earliest first, and what was decided since they came last. */
export function HomePage() {
  const { t } = useTranslation(['home', 'shell']);
  const { items: work, isError, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages('/v1/my-work');
  const called = useCalled();
  const items = called && work;
  const count = (items?.length ?? 0) + (called?.length ?? 0);
  return (
    <Page title={t('home:title')} lead={items && count > 0 ? t('home:greeting', { count }) : undefined}>
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 8 }}>
          {isError && <ProblemNote error={error} again={() => void refetch()} />}
          {!items && !isError && <Bars count={6} />}
          {items && count === 0 && (
            <Empty icon={IconMoodCheck} title={t('home:none.title')} text={t('home:none.text')}>
              <Button component={Link} to="/portfolio" variant="default">
                {t('home:none.action')}
              </Button>
            </Empty>
          )}
          <Stack gap="xl">
            {items && called.length > 0 && <Called sittings={called} />}
            {items && groupsOf(items, Date.now()).map(({ group, tasks }) => <TaskGroup key={group} group={group} tasks={tasks} />)}
            {hasNextPage && (
              <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t('shell:table.more')}
              </Button>
            )}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Paper component="section" aria-labelledby="changed" p="md">
            <Boundary bars={5}>
              <Changes headed="changed" />
            </Boundary>
          </Paper>
        </Grid.Col>
      </Grid>
      <Text className="visually-hidden" role="status">
        {items ? t('home:greeting', { count }) : t('shell:loading')}
      </Text>
    </Page>
  );
}
