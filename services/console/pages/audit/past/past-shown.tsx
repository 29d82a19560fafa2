import type { UseQueryResult } from '@tanstack/react-query';
import { Bars } from '../../../ui/boundary.tsx';
import { useFormat } from '../../../ui/format.ts';
import { ProblemNote } from '../../../ui/problem.tsx';
import { Compared, type Fact } from './compared.tsx';
import { type Differences, SinceThen } from './since-then.tsx';
import { TimeSlider } from './time-slider.tsx';
import type { useHistory } from './use-history.ts';

interface PastShownProps<Body> {
  readonly history: ReturnType<typeof useHistory>;
  readonly past: UseQueryResult<Body>;
  readonly now: Body;
  /** What is said of the thing, fact by fact, in the reader's language. */
  readonly wordsOf: (body: Body) => ReadonlyMap<string, string>;
  readonly since: UseQueryResult<Differences>;
}

/** A thing at any instant of its life, beside what it is now, and what was decided since. */
export function PastShown<Body>({ history: { moments, at, here, by, setAt, setBy }, past, now, wordsOf, since }: PastShownProps<Body>) {
  const { moment } = useFormat();
  if (!here) return <Bars count={6} />;
  return (
    <>
      <TimeSlider moments={moments} at={at} onAt={setAt} by={by} onBy={setBy} />
      {past.isError && <ProblemNote error={past.error} again={() => void past.refetch()} />}
      {past.data && !past.isError && <Compared facts={compared(wordsOf(past.data), wordsOf(now))} at={moment(here.at)} fetching={past.isFetching} />}
      {past.isPending && <Bars count={6} />}
      <SinceThen since={since} />
    </>
  );
}

const compared = (before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): Fact[] =>
  [...now.keys()].map((name) => ({ name, before: before.get(name) ?? '', now: now.get(name) ?? '' }));
