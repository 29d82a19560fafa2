import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Answer, read, useNeeded, usePages } from '../../../api/read.ts';
import { Bars } from '../../../ui/boundary.tsx';
import { useFormat } from '../../../ui/format.ts';
import { ProblemNote } from '../../../ui/problem.tsx';
import { Compared, type Fact } from './compared.tsx';
import { askedAt } from './moments.ts';
import { TimeSlider } from './time-slider.tsx';
import { useHistory } from './use-history.ts';

type Project = Answer<'/v1/projects/{id}'>;

/** A project at any instant of its life, beside what it is now. */
export function ProjectPast() {
  const { id = '' } = useParams();
  const now = useNeeded('/v1/projects/{id}', { path: { id } });
  const timeline = usePages('/v1/projects/{id}/timeline', { path: { id } });
  const { moments, at, here, by, setAt, setBy } = useHistory(timeline);
  const { moment } = useFormat();
  const wordsOf = useWords();
  const asked = useDeferredValue(here?.at);
  const past = useQuery({
    ...read('/v1/projects/{id}', { path: { id }, query: asked === undefined ? {} : askedAt(asked, by) }),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
  });
  if (timeline.isError) return <ProblemNote error={timeline.error} again={() => void timeline.refetch()} />;
  if (!here) return <Bars count={6} />;
  const facts: readonly Fact[] = past.data ? compared(wordsOf(past.data), wordsOf(now)) : [];
  return (
    <>
      <TimeSlider moments={moments} at={at} onAt={setAt} by={by} onBy={setBy} />
      {past.isError && <ProblemNote error={past.error} again={() => void past.refetch()} />}
      {past.data && !past.isError && <Compared facts={facts} at={moment(here.at)} fetching={past.isFetching} />}
      {past.isPending && <Bars count={6} />}
    </>
  );
}

const compared = (before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): Fact[] =>
  [...now.keys()].map((name) => ({ name, before: before.get(name) ?? '', now: now.get(name) ?? '' }));

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
