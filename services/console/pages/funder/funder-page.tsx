import { Button, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconHistory, IconPigMoney } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages } from '../../api/read.ts';
import { useMe } from '../../api/session.ts';
import { Bars } from '../../ui/boundary.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { Awaiting } from './awaiting.tsx';
import type { CoFunded } from './co-funded.ts';
import { SharesTable } from './shares-table.tsx';

/** What the funder that one speaks for co-funds: what awaits its decision first. */
export function FunderPage() {
  const { t } = useTranslation(['funder', 'shell']);
  const { funder } = useMe();
  const { items, isError, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages('/v1/co-funded');
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const awaiting = items?.filter(({ decided, stage }) => decided === undefined && stage === 'selected') ?? [];
  return (
    <Page
      title={t('shell:nav.coFunded')}
      lead={items ? t('funder:lead', { count: items.length }) : '\u00a0'}
      actions={
        <Button component={Link} to="/decisions" variant="default" leftSection={<IconHistory size={16} aria-hidden />}>
          {t('funder:decisions.open')}
        </Button>
      }
    >
      {isError && <ProblemNote error={error} again={() => void refetch()} />}
      {!items && !isError && <Bars count={8} />}
      {items?.length === 0 && <Empty icon={IconPigMoney} title={t('funder:none')} text={t('funder:noneText')} />}
      {items && items.length > 0 && (
        <Stack gap="xl">
          <Figures items={items} awaiting={awaiting.length} />
          {funder !== undefined && awaiting.length > 0 && <Awaiting items={awaiting} funder={funder} />}
          <SharesTable items={items} />
        </Stack>
      )}
    </Page>
  );
}

function Figures({ items, awaiting }: { readonly items: readonly CoFunded[]; readonly awaiting: number }) {
  const { t } = useTranslation('funder');
  const { money, number } = useFormat();
  const sum = (of: (item: CoFunded) => number) => items.reduce((all, item) => all + of(item), 0);
  const currency = items[0]?.currency;
  const [granted, paid] = [sum((item) => item.granted), sum((item) => item.paid)];
  const figures = [
    ['granted', money(granted, currency)],
    ['paid', money(paid, currency)],
    ['left', money(Math.max(0, granted - paid), currency)],
    ['awaiting', number(awaiting)],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm" component="section" aria-label={t('inAll')}>
      {figures.map(([name, said]) => (
        <Paper key={name} p="md">
          <Text size="sm" c="dimmed">
            {t(`figure.${name}`)}
          </Text>
          <Text fw={680} size="lg" className="tabular">
            {said}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
