import type { CommandHandler } from '@jalon/command-handling';
import { organisation, programme, Text } from '@jalon/domain';
import { type Found, searchByTitle } from '@jalon/read-models';
import { z } from 'zod';
import type { Account } from '../identity/account.ts';
import { accountOf } from '../identity/gate.ts';
import { After } from './query.ts';
import type { Reads } from './reads.ts';
import { fromViews } from './views.ts';
import { visiblePage } from './visible-page.ts';

const Hit = z.strictObject({ kind: z.string(), id: z.string(), title: Text, stage: z.string().optional() });
type Hit = z.output<typeof Hit>;

/** Organisations and programmes are looked through one by one: past so many, one has to go by the project or the call. */
const MOST_LOOKED_THROUGH = 2_000;

/** Everything that has a title, found by words of it or by its id. */
export function searchReads({ app, views, log, seeing }: Reads, loader: CommandHandler['loader']): void {
  app.get(
    '/v1/search',
    {
      schema: {
        operationId: 'search',
        tags: ['search'],
        summary: 'Projects, calls, programmes and organisations that you may see, by words of their title or by id',
        querystring: z.strictObject({
          q: z.string().trim().min(2).max(100),
          after: After,
          limit: z.coerce.number().int().min(1).max(50).default(20),
        }),
        response: { 200: z.strictObject({ items: z.array(Hit) }) },
      },
    },
    async (request) => {
      const { q, after, limit } = request.query;
      const account = accountOf(request);
      const [inViews, others] = await Promise.all([
        fromViews(views, account.tenant, after, async (pool) => {
          const { items } = await visiblePage<Found>(
            limit,
            (last, count) => searchByTitle(pool, account.tenant, { words: q, limit: count, ...(last && { after: last }) }),
            async ({ kind, id }) => (await seeing.look(account, kind, id))?.('read') ?? false,
          );
          return items;
        }),
        named(account, q, limit),
      ]);
      return { items: [...inViews, ...others].slice(0, limit) };
    },
  );

  /** Organisations and programmes have no view: their names are in their states, which are kept folded. */
  async function named(account: Account, q: string, limit: number): Promise<Hit[]> {
    const load = loader(account.tenant);
    const wanted = folded(q);
    const hits: Hit[] = [];
    const nameOf: Readonly<Record<string, (id: string) => Promise<Text | undefined>>> = {
      [organisation.name]: async (id) => (await load(organisation, id)).identity.name,
      [programme.name]: async (id) => (await load(programme, id)).identity.name,
    };
    for (const [kind, name] of Object.entries(nameOf)) {
      const streams = Object.keys(await log.streams(account.tenant, `${kind}-`)).slice(0, MOST_LOOKED_THROUGH);
      for (const stream of streams) {
        const id = stream.slice(kind.length + 1);
        const title = (await name(id)) ?? { fr: id, en: id };
        if (![id, title.fr, title.en].some((text) => folded(text).includes(wanted))) continue;
        if (!(await seeing.look(account, kind, id))?.('read')) continue;
        if (hits.push({ kind, id, title }) === limit) return hits;
      }
    }
    return hits;
  }
}

/** Without accents and case, as people type. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
