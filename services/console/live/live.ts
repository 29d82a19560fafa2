import type { QueryClient } from '@tanstack/react-query';
import { noteVersion } from '../api/freshness.ts';
import { refreshAfter } from '../api/read.ts';

/** Something was decided on a thing that one may see: its stream, and the version that it is at. */
export interface Moved {
  readonly stream: string;
  readonly version: number;
}

type Listener = (moved: Moved) => void;
const listeners = new Set<Listener>();

/** Calls back when something is decided, here or by others, until the returned function is called. */
export function onMoved(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Several decisions in a row are one refresh. */
const GATHERED_MS = 150;

/**
 * Listens to what is decided, and makes the reads again that show it. The browser connects again by itself, with the last position that it has heard
 * of; where too much happened meanwhile, the API says `reset`.
 */
export function listen(queries: QueryClient): () => void {
  const source = new EventSource('/v1/live');
  let gathered: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    refreshAfter(queries, gathered);
    gathered = [];
    timer = undefined;
  };
  source.addEventListener('moved', ({ data }: MessageEvent<string>) => {
    for (const moved of JSON.parse(data) as Moved[]) {
      if (!noteVersion(moved.stream, moved.version)) continue;
      gathered.push(moved.stream);
      for (const listener of listeners) listener(moved);
    }
    if (gathered.length > 0) timer ??= setTimeout(refresh, GATHERED_MS);
  });
  source.addEventListener('reset', () => void queries.invalidateQueries());
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
