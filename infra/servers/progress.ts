import type { Report } from './server.ts';

/** Elapsed time for people: "4.2 s", "3 min 05 s". */
export function elapsed(sinceMs: number): string {
  const seconds = (performance.now() - sinceMs) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${String(Math.floor(seconds % 60)).padStart(2, '0')} s`;
}

/** Passes on at most one message in a while, so that a build does not fill the screen. */
export function atMostEvery(ms: number, report: Report): Report {
  let last = Number.NEGATIVE_INFINITY;
  return (message) => {
    if (performance.now() - last < ms) return;
    last = performance.now();
    report(message);
  };
}
