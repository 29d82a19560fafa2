import { Button, Group, NativeSelect, Title } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useNeeded, usePages } from '../../../api/read.ts';
import { Bars } from '../../../ui/boundary.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { useFormat } from '../../../ui/format.ts';
import { ProblemNote } from '../../../ui/problem.tsx';
import { DeliveryTable } from './delivery-table.tsx';
import { WayCards } from './way-cards.tsx';

const states = ['failed', 'stopped', 'pending', 'sent'] as const;

/** What the funders were told of decisions, by which way, and what could not be delivered. */
export function DeliveriesPart() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['programme', 'shell']);
  const { text } = useFormat();
  const [search, setSearch] = useSearchParams();
  const state = states.find((one) => one === search.get('state'));
  const funder = search.get('funder') ?? '';
  const { ways } = useNeeded('/v1/programmes/{id}/deliveries', { path: { id }, query: { limit: 1 } });
  const { items, isError, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages('/v1/programmes/{id}/deliveries', {
    path: { id },
    query: { ...(state && { state }), ...(funder && { funder }) },
  });
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );
  if (ways.length === 0) return <Empty icon={IconMailCheck} title={t('programme:delivery.none')} text={t('programme:delivery.noneText')} />;
  const funders = [...new Map(ways.map((way) => [way.funder, text(way.name)]))];
  return (
    <>
      <WayCards ways={ways} />
      <Group mt="xl" mb="sm" justify="space-between">
        <Title order={2} size="h3">
          {t('programme:delivery.list')}
        </Title>
        <Group className="no-print">
          <NativeSelect
            aria-label={t('programme:delivery.state')}
            value={state ?? ''}
            onChange={({ currentTarget }) => set('state', currentTarget.value)}
            data={[
              { value: '', label: t('programme:delivery.anyState') },
              ...states.map((value) => ({ value, label: t(`programme:delivery.states.${value}`) })),
            ]}
          />
          <NativeSelect
            aria-label={t('programme:delivery.funder')}
            value={funder}
            onChange={({ currentTarget }) => set('funder', currentTarget.value)}
            data={[{ value: '', label: t('programme:delivery.anyFunder') }, ...funders.map(([value, label]) => ({ value, label }))]}
          />
        </Group>
      </Group>
      {isError && <ProblemNote error={error} again={() => void refetch()} />}
      {!items && !isError && <Bars count={6} />}
      {items?.length === 0 && <Empty icon={IconMailCheck} title={t('programme:delivery.noMatch')} text={t('programme:delivery.noMatchText')} />}
      {items && items.length > 0 && <DeliveryTable items={items} names={new Map(funders)} />}
      {hasNextPage && (
        <Button mt="md" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('shell:table.more')}
        </Button>
      )}
    </>
  );
}
