import { type QueryClient, queryOptions, useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { api } from './client.ts';
import type { paths } from './generated/schema.d.ts';

type Reads = { [Path in keyof paths]: paths[Path] extends { get: unknown } ? Path : never }[keyof paths];
/** Addresses that can be read. */
export type ReadPath = Extract<Reads, string>;

type Operation<Path extends ReadPath> = paths[Path] extends { get: infer Get } ? Get : never;
type Parameters<Path extends ReadPath> = Operation<Path> extends { parameters: infer Given } ? Given : object;
type QueryOf<Path extends ReadPath> = Parameters<Path> extends { query?: infer Query } ? Omit<NonNullable<Query>, 'after'> : object;
type PathOf<Path extends ReadPath> = Parameters<Path> extends { path: infer In } ? In : undefined;

/** What a read answers. */
export type Answer<Path extends ReadPath> =
  Operation<Path> extends { responses: { 200: { content: { 'application/json': infer Body } } } } ? Body : never;

/** The parts of an address, and what is asked of it. */
export interface Asked<Path extends ReadPath> {
  readonly path?: PathOf<Path>;
  readonly query?: QueryOf<Path>;
}

/** A read, for `useQuery` and its like: retried while nobody answers, made again when something that it shows was decided. */
export const read = <Path extends ReadPath>(path: Path, asked: Asked<Path> = {}) =>
  queryOptions({
    queryKey: [path, asked] as const,
    queryFn: ({ signal }) => fetchRead(path, asked, signal),
  });

async function fetchRead<Path extends ReadPath>(path: Path, { path: at, query }: Asked<Path>, signal: AbortSignal): Promise<Answer<Path>> {
  // The address and its parameters are of one path; openapi-fetch cannot follow that through a type parameter.
  const get = api.GET as unknown as (path: string, init: object) => Promise<{ readonly data: Answer<Path> }>;
  const { data } = await get(path, { params: { path: at ?? {}, query: query ?? {} }, signal });
  return data;
}

export const useRead = <Path extends ReadPath>(path: Path, asked: Asked<Path> = {}) => useQuery(read(path, asked));

/** As `useRead`, for the read without which a page is nothing: the page's own fallback and error are shown meanwhile. */
export const useNeeded = <Path extends ReadPath>(path: Path, asked: Asked<Path> = {}) => useSuspenseQuery(read(path, asked)).data;

type Page<Item> = { readonly items: readonly Item[]; readonly next?: string };
type ItemOf<Path extends ReadPath> = Answer<Path> extends { items: (infer Item)[] } ? Item : never;

/** How many items a page of a long list is asked for. */
const PAGE = 200;

/** A list page by page: `items` are all that came so far. */
export function usePages<Path extends ReadPath>(path: Path, asked: Asked<Path> = {}) {
  const { data, ...rest } = useInfiniteQuery({
    queryKey: [path, asked, 'pages'] as const,
    queryFn: async ({ pageParam, signal }) =>
      (await fetchRead(
        path,
        { ...asked, query: { limit: PAGE, ...asked.query, ...(pageParam && { cursor: pageParam }) } as unknown as QueryOf<Path> },
        signal,
      )) as Page<ItemOf<Path>>,
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return { ...rest, items: data?.pages.flatMap(({ items }) => items) };
}

/** Makes every read again that shows a thing: its own, and the lists and views that it can stand in. */
export function refreshAfter(queries: QueryClient, streams: readonly string[]): void {
  const ids = new Set(streams.map((stream) => stream.slice(stream.indexOf('-') + 1)));
  void queries.invalidateQueries({
    predicate: ({ queryKey: [path, asked] }) => {
      if (typeof path !== 'string' || !path.startsWith('/v1/')) return false;
      const id = (asked as Asked<ReadPath> | undefined)?.path as { readonly id?: string } | undefined;
      return id?.id === undefined || ids.has(id.id) || !path.startsWith('/v1/projects/');
    },
  });
}
