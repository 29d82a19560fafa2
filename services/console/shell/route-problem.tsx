import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { isProblem } from '../api/problem.ts';
import { ProblemPage } from '../ui/problem.tsx';

const RELOADED = 'jalon.reloaded';
/** A page that cannot be had is not fetched again and again. */
const AGAIN_AFTER_MS = 30_000;

/** What is shown where a page's own code could not be loaded, or broke. A browser asks once alone for code that did not come: only the whole page brings it. */
export function RouteProblem() {
  const error = useRouteError();
  const missing = isProblem(error) && error.code === 'offline';
  useEffect(() => {
    if (missing && navigator.onLine && Date.now() - Number(sessionStorage.getItem(RELOADED) ?? 0) > AGAIN_AFTER_MS) reload();
  }, [missing]);
  return <ProblemPage error={error} again={reload} />;
}

function reload(): void {
  sessionStorage.setItem(RELOADED, String(Date.now()));
  location.reload();
}
