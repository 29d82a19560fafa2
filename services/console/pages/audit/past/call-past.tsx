import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Answer, read, useNeeded, usePages } from '../../../api/read.ts';
import { useFormat } from '../../../ui/format.ts';
import { ProblemNote } from '../../../ui/problem.tsx';
import { askedAt, sinceThen } from './moments.ts';
import { PastShown } from './past-shown.tsx';
import { useHistory } from './use-history.ts';

type Call = Answer<'/v1/calls/{id}'>;

/** A call at any instant of its life, beside what it is now. */
export function CallPast() {
  const { id = '' } = useParams();
  const now = useNeeded('/v1/calls/{id}', { path: { id } });
  const journal = usePages('/v1/journal', { query: { stream: `call-${id}` } });
  const history = useHistory(journal);
  const wordsOf = useWords();
  const at = useDeferredValue(history.here?.at);
  const then = { enabled: at !== undefined, placeholderData: keepPreviousData };
  const past = useQuery({ ...read('/v1/calls/{id}', { path: { id }, query: askedAt(at, history.by) }), ...then });
  const since = useQuery({ ...read('/v1/calls/{id}/differences', { path: { id }, query: sinceThen(at, history.by) }), ...then });
  if (journal.isError) return <ProblemNote error={journal.error} again={() => void journal.refetch()} />;
  return <PastShown history={history} past={past} now={now} wordsOf={wordsOf} since={since} />;
}

/** What is said of a call, fact by fact, in the reader's language. */
function useWords(): (call: Call) => ReadonlyMap<string, string> {
  const { t } = useTranslation(['audit', 'project', 'terms', 'call']);
  const { money, lastDay, day, text } = useFormat();
  return ({ title, stage, opensOn, closesOn, selectionOn, maxGrant, currency, envelope, nextDue }) =>
    new Map([
      [t('audit:past.title'), text(title)],
      [t('project:fact.stage'), t(`terms:stage.${stage as 'draft'}`)],
      [t('audit:past.opens'), day(opensOn)],
      [t('audit:past.closes'), day(closesOn)],
      [t('audit:past.selection'), day(selectionOn)],
      [t('audit:past.maxGrant'), money(maxGrant, currency)],
      ...envelope.flatMap(({ funder, name, amount, committed }): [string, string][] => [
        [`${t('call:ranking.amount')} · ${name ? text(name) : funder}`, money(amount, currency)],
        [`${t('call:ranking.committed')} · ${name ? text(name) : funder}`, money(committed, currency)],
      ]),
      [t('project:fact.next'), nextDue ? `${t(`terms:due.${nextDue.kind as 'review'}`)} · ${lastDay(nextDue.due)}` : ''],
    ]);
}
