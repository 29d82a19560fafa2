import { Button, Group, Paper, Progress, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useNeeded, usePages } from '../../../api/read.ts';
import { useFormat } from '../../../ui/format.ts';
import { Page } from '../../../ui/page.tsx';
import { ProblemNote } from '../../../ui/problem.tsx';
import { type Outcome, outcomes } from './redecided.ts';
import { RedecidedList } from './redecided-list.tsx';

/** Every command of a programme, decided again on what stood just before it: how many agree, and exactly where the others do not. */
export function RedecidedPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['audit', 'shell']);
  const { text, number } = useFormat();
  const programme = useNeeded('/v1/programmes/{id}', { path: { id } });
  const pages = usePages('/v1/programmes/{id}/redecided', { path: { id }, query: { limit: 100 } });
  const { items = [], hasNextPage, isFetchingNextPage, isFetching, fetchNextPage, isError, error, refetch } = pages;
  const [stopped, setStopped] = useState(false);
  const [shown, setShown] = useState<Outcome | 'all-but'>('all-but');
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !stopped && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, stopped, isError, fetchNextPage]);
  const countOf = (outcome: Outcome) => items.filter((one) => one.outcome === outcome).length;
  const running = (isFetching || hasNextPage) && !stopped && !isError;
  const choices = [
    { value: 'all-but', label: t('audit:redecided.allBut') },
    ...outcomes.map((value) => ({ value, label: t(`audit:redecided.outcome.${value}`) })),
  ];
  return (
    <Page
      title={t('audit:redecided.title')}
      lead={<Text c="dimmed">{t('audit:redecided.lead')}</Text>}
      above={[{ to: `/programmes/${encodeURIComponent(id)}`, label: text(programme.name) }]}
    >
      <Stack gap="lg">
        <Paper>
          <Group justify="space-between">
            <Text fw={600} role="status">
              {t(running ? 'audit:redecided.running' : hasNextPage ? 'audit:redecided.stopped' : 'audit:redecided.done', { count: items.length })}
            </Text>
            {hasNextPage && (
              <Button variant="default" size="xs" onClick={() => setStopped(!stopped)}>
                {t(stopped ? 'audit:redecided.goOn' : 'audit:redecided.stop')}
              </Button>
            )}
          </Group>
          {running && <Progress value={100} animated mt="sm" aria-label={t('audit:redecided.title')} />}
          <SimpleGrid cols={{ base: 2, sm: 4 }} mt="md">
            {outcomes.map((outcome) => (
              <div key={outcome}>
                <Text size="sm" c="dimmed">
                  {t(`audit:redecided.outcome.${outcome}`)}
                </Text>
                <Text fw={680} size="lg" className="tabular">
                  {number(countOf(outcome))}
                </Text>
              </div>
            ))}
          </SimpleGrid>
        </Paper>
        {isError && <ProblemNote error={error} again={() => void refetch()} />}
        <SegmentedControl value={shown} onChange={(value) => setShown(value as Outcome)} data={choices} aria-label={t('audit:redecided.show')} />
        <RedecidedList items={items.filter(({ outcome }) => (shown === 'all-but' ? outcome !== 'agrees' : outcome === shown))} running={running} />
      </Stack>
    </Page>
  );
}
