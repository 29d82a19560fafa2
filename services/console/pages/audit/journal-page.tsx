import { Anchor, Button, Group, Paper, Text, TextInput } from '@mantine/core';
import { IconBook2, IconEye, IconShieldCheck } from '@tabler/icons-react';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { type Answer, usePages } from '../../api/read.ts';
import { useHolds } from '../../api/session.ts';
import { Bars } from '../../ui/boundary.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { pageOf, thingOf } from '../../ui/things.ts';
import classes from './audit.module.css';

type Entry = Answer<'/v1/journal'>['items'][number];
const filters = ['stream', 'actor', 'type'] as const;

/** Every decision of the authority, newest first. What is looked for stands in the address. */
export function JournalPage() {
  const { t } = useTranslation(['audit', 'shell']);
  const [search, setSearch] = useSearchParams();
  const asked = useDeferredValue(search.toString());
  const wanted = Object.fromEntries([...new URLSearchParams(asked)].filter(([name, value]) => value && filters.some((filter) => filter === name)));
  const { items, isError, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages('/v1/journal', {
    query: { order: 'newest', limit: 100, ...wanted },
  });
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <Page title={t('audit:journal.title')} lead={<Text c="dimmed">{t('audit:journal.lead')}</Text>} actions={<ToAccesses />}>
      <Group mb="md" gap="sm" className="no-print" align="flex-end">
        {filters.map((name) => (
          <TextInput
            key={name}
            label={t(`audit:journal.filter.${name}`)}
            placeholder={t(`audit:journal.example.${name}`)}
            value={search.get(name) ?? ''}
            onChange={({ currentTarget: { value } }) => set(name, value)}
          />
        ))}
      </Group>
      {isError && <ProblemNote error={error} again={() => void refetch()} />}
      {!items && !isError && <Bars count={10} />}
      {items?.length === 0 && <Empty icon={IconBook2} title={t('audit:journal.none')} text={t('audit:journal.noneText')} />}
      {items && items.length > 0 && (
        <Paper>
          <ol className={classes.entries}>
            {items.map((entry) => (
              <Line key={entry.position} entry={entry} />
            ))}
          </ol>
          {hasNextPage && (
            <Button mt="md" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('shell:table.more')}
            </Button>
          )}
        </Paper>
      )}
    </Page>
  );
}

function Line({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation(['audit', 'terms']);
  const { text, moment, number } = useFormat();
  const { position, decision, stream, told, actor, recordedAt, policyVersion } = entry;
  const { kind, id } = thingOf(stream);
  return (
    <li className={classes.entry}>
      <Text span c="dimmed" className="tabular">
        {number(position)}
      </Text>
      <div>
        <Text fw={600}>{text(told)}</Text>
        <Text size="sm">
          <Anchor component={Link} to={pageOf(kind, id)} size="sm" underline="always">
            {stream}
          </Anchor>
          {` · ${actor.kind === 'person' ? actor.id : t(`terms:actor.${actor.kind}`)} · ${moment(recordedAt)}`}
          {policyVersion !== undefined && ` · ${t('audit:journal.policy', { version: policyVersion })}`}
        </Text>
      </div>
      <Button
        component={Link}
        to={`/decisions/${decision}`}
        variant="subtle"
        size="compact-sm"
        leftSection={<IconShieldCheck size={16} aria-hidden />}
        aria-label={t('audit:journal.proofOf', { position: number(position) })}
        className="no-print"
      >
        {t('audit:journal.proof')}
      </Button>
    </li>
  );
}

/** For those who may read who read what. */
function ToAccesses() {
  const { t } = useTranslation('audit');
  const audits = useHolds('auditor');
  if (!audits) return null;
  return (
    <Button component={Link} to="/access-journal" variant="default" leftSection={<IconEye size={16} aria-hidden />}>
      {t('access.title')}
    </Button>
  );
}
