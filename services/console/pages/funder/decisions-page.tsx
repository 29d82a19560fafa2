import { Anchor, Button, Paper, Text, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { usePages } from '../../api/read.ts';
import { Bars } from '../../ui/boundary.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { pageOf, thingOf } from '../../ui/things.ts';
import classes from './funder.module.css';

const MONTH_MS = 30 * 86_400_000;
const PAGE = 100;

/** Every decision since a day on what one may see, newest first. The day stands in the address. */
export function DecisionsPage() {
  const { t } = useTranslation(['funder', 'shell']);
  const { text, moment, day } = useFormat();
  const [search, setSearch] = useSearchParams();
  const since = search.get('since') ?? new Date(Date.now() - MONTH_MS).toISOString().slice(0, 10);
  const { items, isError, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages('/v1/changes', { query: { limit: PAGE } });
  const shown = items?.filter(({ recordedAt }) => recordedAt >= since);
  const reachesBack = items !== undefined && shown !== undefined && shown.length === items.length && hasNextPage;
  return (
    <Page title={t('funder:decisions.title')} lead={t('funder:decisions.lead', { day: day(since) })}>
      <TextInput
        type="date"
        label={t('funder:decisions.since')}
        value={since}
        max={new Date().toISOString().slice(0, 10)}
        onChange={({ currentTarget: { value } }) => setSearch(value ? { since: value } : {}, { replace: true })}
        maw={200}
        mb="md"
        className="no-print"
      />
      {isError && <ProblemNote error={error} again={() => void refetch()} />}
      {!shown && !isError && <Bars count={8} />}
      {shown?.length === 0 && <Empty icon={IconHistory} title={t('funder:decisions.none')} text={t('funder:decisions.noneText')} />}
      {shown && shown.length > 0 && (
        <Paper p={0}>
          <ul className={classes.list}>
            {shown.map(({ position, stream, told, title, recordedAt }) => {
              const thing = thingOf(stream);
              return (
                <li key={position}>
                  <div className={classes.what}>
                    <Text fw={560}>{text(told)}</Text>
                    <Anchor component={Link} to={pageOf(thing.kind, thing.id)} size="sm">
                      {title ? text(title) : thing.id}
                    </Anchor>
                  </div>
                  <Text size="sm" c="dimmed" className="tabular">
                    {moment(recordedAt)}
                  </Text>
                </li>
              );
            })}
          </ul>
        </Paper>
      )}
      {reachesBack && (
        <Button mt="md" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('shell:table.more')}
        </Button>
      )}
    </Page>
  );
}
