import { Anchor, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { useMe } from '../../api/session.ts';
import { useFormat } from '../../ui/format.ts';
import { pageOf, thingOf } from '../../ui/things.ts';
import classes from './home.module.css';

const SHOWN = 12;
/** A visit that was this long ago is another one: what one saw on it is what one knew. */
const VISIT_MS = 30 * 60_000;

interface Visit {
  /** Absent while it is the first. */
  readonly since?: number;
  readonly head: number;
  readonly at: number;
}

/** Up to which decision one had seen, when one came last; undefined at the first visit. Kept in the browser, by account. */
function useLastVisit(account: string, head: number): number | undefined {
  const name = `jalon.visit.${account}`;
  const [since] = useState(() => {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as Visit | null;
    if (!kept) return undefined;
    return Date.now() - kept.at > VISIT_MS ? kept.head : kept.since;
  });
  useEffect(
    () => localStorage.setItem(name, JSON.stringify({ ...(since !== undefined && { since }), head, at: Date.now() } satisfies Visit)),
    [name, since, head],
  );
  return since;
}

/** The newest decisions on what one may see, down to where one was when one came last. `headed` is the id of its heading. */
export function Changes({ headed }: { readonly headed: string }) {
  const { t } = useTranslation(['home', 'terms']);
  const { id } = useMe();
  const { items, head } = useNeeded('/v1/changes', { query: { limit: SHOWN } });
  const since = useLastVisit(id, head);
  const { text, moment } = useFormat();
  const fresh = items.filter(({ position }) => position > (since ?? 0));
  return (
    <>
      <Title order={2} id={headed} size="h3" mb="xs">
        {t(since === undefined ? 'home:latest' : 'home:changed')}
      </Title>
      {fresh.length === 0 && <Text c="dimmed">{t('home:nothingChanged')}</Text>}
      {fresh.length > 0 && (
        <ul className={classes.changes}>
          {fresh.map(({ position, stream, told, title, recordedAt }) => {
            const thing = thingOf(stream);
            return (
              <li key={position} className={classes.change}>
                <Text size="sm" fw={560}>
                  {text(told)}
                </Text>
                <Anchor component={Link} to={pageOf(thing.kind, thing.id)} size="sm">
                  {title ? text(title) : thing.id}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {moment(recordedAt)}
                </Text>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
