import { QueryClient } from '@tanstack/react-query';
import { isProblem } from './problem.ts';

/** How often a read is made again by itself before its problem is shown. */
const TRIES = 4;

/** All reads of the console. What comes from the network is good until something on it is decided, which the live updates tell. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: true,
      retry: (failed, error) => isProblem(error) && error.retryable && failed < TRIES,
      retryDelay: (failed, error) =>
        isProblem(error) && error.retryAfter !== undefined ? error.retryAfter * 1_000 : Math.min(400 * 2 ** failed, 8_000),
    },
  },
});
