import { useRouteError } from 'react-router';
import { ProblemPage } from '../ui/problem.tsx';

/** What is shown where a page's own code could not be loaded, or broke. */
export function RouteProblem() {
  return <ProblemPage error={useRouteError()} again={() => location.reload()} />;
}
