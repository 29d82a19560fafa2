import { Button, Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconBriefcase, IconDownload, IconFilterOff, IconHistory, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { usePages } from '../../api/read.ts';
import { useHolds } from '../../api/session.ts';
import { Bars } from '../../ui/boundary.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { columnsWith } from './columns.tsx';
import { levels, PhaseMap } from './phase-map.tsx';
import { ProjectTable } from './project-table.tsx';
import { csvOf, download, narrowed } from './rows.ts';
import { SavedViews } from './saved-views.tsx';

/** Every project that one may see: as a table to sort and narrow, or as a map of phases and levels. The filters stand in the address. */
export function PortfolioPage() {
  const { t } = useTranslation(['portfolio', 'terms']);
  const formats = useFormat();
  const audits = useHolds('auditor', 'administrator');
  const [search, setSearch] = useSearchParams();
  const { items, isError, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages('/v1/projects');
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const filters = {
    words: search.get('q') ?? '',
    stage: search.get('stage') ?? '',
    phase: search.get('phase') ?? '',
    level: search.get('level') ?? '',
  };
  const set = (name: string, value: string | null) =>
    setSearch(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  const { words, stage, phase, level } = filters;
  const calm = useDeferredValue(words);
  const rows = useMemo(() => (items ? narrowed(items, { words: calm, stage, phase, level }) : undefined), [items, calm, stage, phase, level]);
  const columns = useMemo(() => columnsWith(t, formats), [t, formats]);
  const isMap = search.get('show') === 'map';
  const stages = useMemo(() => [...new Set(items?.map((row) => row.stage))], [items]);

  const exported = () => {
    const header = (['title', 'stage', 'phase', 'srl', 'due', 'amount', 'last'] as const).map((column) => t(`portfolio:column.${column}`));
    const lines = rows!.map((row) => [
      formats.text(row.title),
      t(`terms:stage.${row.stage as 'draft'}`),
      row.phase && t(`terms:phase.${row.phase}`),
      row.srl?.reached,
      row.nextDue?.due,
      row.awarded === undefined ? row.requested && row.requested / 100 : row.awarded / 100,
      row.lastDecisionAt,
    ]);
    download('jalon-portfolio.csv', csvOf(header, lines));
  };

  return (
    <Page
      title={t('portfolio:title')}
      lead={rows ? t('portfolio:lead', { count: rows.length }) : '\u00a0'}
      actions={
        <>
          <SegmentedControl
            value={isMap ? 'map' : 'table'}
            onChange={(value) => set('show', value === 'map' ? 'map' : null)}
            data={[
              { value: 'table', label: t('portfolio:table') },
              { value: 'map', label: t('portfolio:map') },
            ]}
          />
          {audits && (
            <Button component={Link} to="/portfolio/past" variant="default" leftSection={<IconHistory size={16} aria-hidden />}>
              {t('portfolio:past')}
            </Button>
          )}
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} disabled={!rows?.length} onClick={exported}>
            {t('portfolio:export')}
          </Button>
        </>
      }
    >
      <Group mb="md" gap="sm" className="no-print" align="flex-end">
        <TextInput
          aria-label={t('portfolio:filter')}
          placeholder={t('portfolio:filter')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={words}
          onChange={({ currentTarget: { value } }) => set('q', value)}
          w={{ base: '100%', xs: 300 }}
        />
        <Select
          aria-label={t('portfolio:stage')}
          placeholder={t('portfolio:allStages')}
          data={stages.map((value) => ({ value, label: t(`terms:stage.${value as 'draft'}`) }))}
          value={stage || null}
          onChange={(value) => set('stage', value)}
          clearable
          w={200}
        />
        <Select
          aria-label={t('portfolio:phase')}
          placeholder={t('portfolio:allPhases')}
          data={[
            ...(['concept', 'pilot', 'institutionalisation'] as const).map((value) => ({ value, label: t(`terms:phase.${value}`) })),
            { value: 'none', label: t('portfolio:noPhase') },
          ]}
          value={phase || null}
          onChange={(value) => set('phase', value)}
          clearable
          w={200}
        />
        <Select
          aria-label={t('portfolio:srl')}
          placeholder={t('portfolio:allLevels')}
          data={levels.map((value) => ({
            value: String(value),
            label: value === 0 ? t('portfolio:noLevel') : t('portfolio:level', { level: value }),
          }))}
          value={level || null}
          onChange={(value) => set('level', value)}
          clearable
          w={160}
        />
        <SavedViews query={search.toString()} onOpen={(query) => setSearch(new URLSearchParams(query))} />
      </Group>
      {isError && <ProblemNote error={error} again={() => void refetch()} />}
      {!rows && !isError && <Bars count={10} />}
      {rows && items?.length === 0 && <Empty icon={IconBriefcase} title={t('portfolio:none.title')} text={t('portfolio:none.text')} />}
      {rows && items && items.length > 0 && rows.length === 0 && (
        <Empty icon={IconFilterOff} title={t('portfolio:noMatch.title')} text={t('portfolio:noMatch.text')}>
          <Button variant="default" onClick={() => setSearch({})}>
            {t('portfolio:noMatch.reset')}
          </Button>
        </Empty>
      )}
      {rows && rows.length > 0 && (isMap ? <PhaseMap rows={rows} /> : <ProjectTable rows={rows} columns={columns} />)}
    </Page>
  );
}
