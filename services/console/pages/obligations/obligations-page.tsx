import { Alert, Button, Group, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { IconClockExclamation, IconMoodCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { usePages } from '../../api/read.ts';
import { Bars } from '../../ui/boundary.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { ProgrammeChoice, useProgramme } from '../programme/programme-choice.tsx';
import { DueTable } from './due-table.tsx';
import { endOf, isHeldUp, obligedName, type Window, windows } from './obligations.ts';
import { useObliged } from './use-obliged.ts';

/** Everything that is due in a programme, the overdue first. */
export function ObligationsPage() {
  const { t } = useTranslation(['oversight', 'shell']);
  const programme = useProgramme();
  if (!programme)
    return (
      <Page title={t('shell:nav.obligations')}>
        <Empty icon={IconMoodCheck} title={t('oversight:noProgramme')} text={t('oversight:noProgrammeText')} />
      </Page>
    );
  return <Obligations programme={programme.programme} />;
}

function Obligations({ programme }: { readonly programme: string }) {
  const { t } = useTranslation(['oversight', 'shell', 'terms']);
  const [search, setSearch] = useSearchParams();
  const [now] = useState(Date.now);
  const window = windows.find((one) => one === search.get('window')) ?? 'late';
  const dueBefore = endOf(window, now);
  const { items, isError, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages('/v1/programmes/{id}/due', {
    path: { id: programme },
    query: { ...(dueBefore !== undefined && { dueBefore }) },
  });
  const obliged = useObliged();
  const [kind, whom] = [search.get('kind') ?? '', search.get('for') ?? ''];
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );
  const shown = useMemo(() => items?.filter((due) => (!kind || due.kind === kind) && (!whom || obligedName(due) === whom)), [items, kind, whom]);
  const heldUp = items?.filter((due) => isHeldUp(due, now)).length ?? 0;
  const kinds = useMemo(() => [...new Set(items?.map((due) => due.kind))], [items]);
  const whoms = useMemo(() => [...new Set(items?.map(obligedName))].sort(), [items]);
  return (
    <Page
      title={t('shell:nav.obligations')}
      lead={shown ? t(`oversight:due.lead.${window}`, { count: shown.length }) : '\u00a0'}
      actions={<ProgrammeChoice chosen={programme} />}
    >
      <Group mb="md" className="no-print">
        <SegmentedControl
          value={window}
          onChange={(value) => set('window', value === 'late' ? '' : value)}
          data={windows.map((value: Window) => ({ value, label: t(`oversight:due.window.${value}`) }))}
        />
        <NativeSelect
          aria-label={t('oversight:due.what')}
          value={kind}
          onChange={({ currentTarget }) => set('kind', currentTarget.value)}
          data={[{ value: '', label: t('oversight:due.anything') }, ...kinds.map((value) => ({ value, label: t(`terms:due.${value as 'review'}`) }))]}
        />
        <NativeSelect
          aria-label={t('oversight:due.for')}
          value={whom}
          onChange={({ currentTarget }) => set('for', currentTarget.value)}
          data={[{ value: '', label: t('oversight:due.anybody') }, ...whoms.map((value) => ({ value, label: obliged(value) }))]}
        />
      </Group>
      {heldUp > 0 && (
        <Alert color="yellow" icon={<IconClockExclamation aria-hidden />} title={t('oversight:due.heldUp', { count: heldUp })} mb="md">
          <Text size="sm">{t('oversight:due.heldUpText')}</Text>
        </Alert>
      )}
      {isError && <ProblemNote error={error} again={() => void refetch()} />}
      {!items && !isError && <Bars count={8} />}
      {shown?.length === 0 && <Empty icon={IconMoodCheck} title={t('oversight:due.none')} text={t('oversight:due.noneText')} />}
      {shown && shown.length > 0 && <DueTable items={shown} now={now} />}
      {hasNextPage && (
        <Button mt="md" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('shell:table.more')}
        </Button>
      )}
    </Page>
  );
}
