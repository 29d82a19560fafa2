import { Anchor, Badge, Paper, Table, Text } from '@mantine/core';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Answer, useNeeded, usePages } from '../../../api/read.ts';
import { Bars } from '../../../ui/boundary.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Page } from '../../../ui/page.tsx';
import { ProblemNote } from '../../../ui/problem.tsx';
import { askedAt, monthsSince, type Switch } from './moments.ts';
import { TimeSlider } from './time-slider.tsx';

type Project = Answer<'/v1/projects'>['items'][number];

/** All pages of a list, fetched one after the other. */
function useAll(query: Readonly<Record<string, string>>) {
  const pages = usePages('/v1/projects', { query });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return pages;
}

/** The portfolio at the end of any month, beside what it is now. */
export function PortfolioPast() {
  const { t } = useTranslation(['audit', 'project', 'terms', 'shell']);
  const { text, moment, money } = useFormat();
  const first = useNeeded('/v1/journal', { query: { limit: 1 } }).items[0]?.occurredAt;
  const moments = useMemo(() => monthsSince(first ?? new Date().toISOString(), new Date()), [first]);
  const [at, setAt] = useState(moments.length - 1);
  const [by, setBy] = useState<Switch>('effect');
  const here = moments[at];
  const asked = useDeferredValue(here?.at);
  const past = useAll({ ...askedAt(asked, by) });
  const now = useAll({});
  const then = new Map((past.items ?? []).map((project) => [project.project, project]));
  const place = (project: Project | undefined) =>
    project
      ? [t(`terms:stage.${project.stage as 'draft'}`), project.srl && t('project:reached', { level: project.srl.reached })]
          .filter(Boolean)
          .join(' · ')
      : '–';
  const paid = (project: Project | undefined) => (project?.paid === undefined ? '–' : money(project.paid, project.currency));
  return (
    <Page
      title={t('audit:past.portfolio')}
      above={[{ to: '/portfolio', label: t('shell:nav.portfolio') }]}
      lead={<Text c="dimmed">{t('audit:past.portfolioText')}</Text>}
    >
      <TimeSlider moments={moments} at={at} onAt={setAt} by={by} onBy={setBy} />
      {past.isError && <ProblemNote error={past.error} again={() => void past.refetch()} />}
      {!now.items || (!past.items && !past.isError) ? (
        <Bars count={8} />
      ) : (
        <Paper p={0} aria-busy={past.isFetching} style={{ overflowX: 'auto' }}>
          <Table className="tabular" miw={720} aria-label={here && t('audit:past.compared', { at: moment(here.at) })}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('audit:past.project', { count: then.size })}</Table.Th>
                <Table.Th>{here && moment(here.at)}</Table.Th>
                <Table.Th>{t('audit:past.now')}</Table.Th>
                <Table.Th ta="right">{t('audit:past.paidThen')}</Table.Th>
                <Table.Th ta="right">{t('audit:past.paidNow')}</Table.Th>
                <Table.Th>{t('audit:past.difference')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {now.items.map((project) => {
                const before = then.get(project.project);
                const same = place(before) === place(project) && paid(before) === paid(project);
                return (
                  <Table.Tr key={project.project}>
                    <Table.Th scope="row" fw={400}>
                      <Anchor component={Link} to={`/projects/${project.project}/past`}>
                        {text(project.title)}
                      </Anchor>
                    </Table.Th>
                    <Table.Td>{place(before)}</Table.Td>
                    <Table.Td>{place(project)}</Table.Td>
                    <Table.Td ta="right">{paid(before)}</Table.Td>
                    <Table.Td ta="right">{paid(project)}</Table.Td>
                    <Table.Td>
                      {!same && (
                        <Badge color="yellow" miw="max-content">
                          {t(before ? 'audit:past.changed' : 'audit:past.newSince')}
                        </Badge>
                      )}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Paper>
      )}
    </Page>
  );
}
