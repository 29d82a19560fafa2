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

type Project = Answer<'/v1/projects/{id}'>;

/** A project at any instant of its life, beside what it is now. */
export function ProjectPast() {
  const { id = '' } = useParams();
  const now = useNeeded('/v1/projects/{id}', { path: { id } });
  const timeline = usePages('/v1/projects/{id}/timeline', { path: { id } });
  const history = useHistory(timeline);
  const wordsOf = useWords();
  const at = useDeferredValue(history.here?.at);
  const then = { enabled: at !== undefined, placeholderData: keepPreviousData };
  const past = useQuery({ ...read('/v1/projects/{id}', { path: { id }, query: askedAt(at, history.by) }), ...then });
  const since = useQuery({ ...read('/v1/projects/{id}/differences', { path: { id }, query: sinceThen(at, history.by) }), ...then });
  if (timeline.isError) return <ProblemNote error={timeline.error} again={() => void timeline.refetch()} />;
  return <PastShown history={history} past={past} now={now} wordsOf={wordsOf} since={since} />;
}

/** What is said of a project, fact by fact, in the reader's language. */
function useWords(): (project: Project) => ReadonlyMap<string, string> {
  const { t } = useTranslation(['audit', 'project', 'terms']);
  const { money, lastDay, day, text } = useFormat();
  return ({ title, stage, phase, srl, nextDue, requested, awarded, paid, currency, endsOn }) => {
    const amount = (cents: number | undefined) => (cents === undefined ? '' : money(cents, currency));
    return new Map([
      [t('audit:past.title'), text(title)],
      [t('project:fact.stage'), t(`terms:stage.${stage as 'draft'}`)],
      [t('project:fact.phase'), phase ? t(`terms:phase.${phase}`) : ''],
      [t('audit:past.reached'), srl ? t('project:reached', { level: srl.reached }) : ''],
      [t('audit:past.consolidated'), srl?.consolidated === undefined ? '' : t('project:reached', { level: srl.consolidated })],
      [t('project:fact.next'), nextDue ? `${t(`terms:due.${nextDue.kind as 'review'}`)} · ${lastDay(nextDue.due)}` : ''],
      [t('project:fact.requested'), amount(requested)],
      [t('project:fact.awarded'), amount(awarded)],
      [t('audit:past.paid'), amount(paid)],
      [t('project:fact.endsOn'), endsOn ? day(endsOn) : ''],
    ]);
  };
}
