import { barredFrom, call, deliberatedOn, type Load, parseStream, type Sitting, sitting, Text } from '@jalon/domain';
import { Voice } from '@jalon/domain/decisions';
import { z } from 'zod';
import type { Account } from '../../identity/account.ts';
import { accountOf } from '../../identity/gate.ts';
import { present } from '../present.ts';
import type { Reads } from '../reads.ts';
import { aSitting } from '../seeable.ts';
import { projectsOf } from './sitting.ts';

const Listed = z.strictObject({
  sitting: z.string(),
  stage: z.enum(['convened', 'open', 'held', 'cancelled']),
  heldAt: z.string(),
  programme: z.string(),
  programmeName: Text,
  call: z.string().optional(),
  callTitle: Text.optional(),
  items: z.int(),
  concluded: z.int(),
  voice: Voice.optional().describe('The reader’s own, where they are convened.'),
  awaits: z
    .strictObject({ declaration: z.boolean(), votes: z.int().min(0) })
    .optional()
    .describe('What a voting member owes: the declaration that they have no interest, and how many votes.'),
});
type Listed = z.output<typeof Listed>;

const shownStages: readonly string[] = Listed.shape.stage.options;

/** The sittings that one may see. A programme holds few: they are read from the log, as who sees them is. */
export function sittingsReads({ app, seeing, log }: Reads): void {
  app.get(
    '/v1/sittings',
    {
      schema: {
        operationId: 'sittings.list',
        tags: ['sittings'],
        summary: 'The sittings of the committee that you may see, the latest first',
        querystring: z.strictObject({ programme: z.string().optional(), call: z.string().optional() }),
        response: { 200: z.strictObject({ items: z.array(Listed) }) },
      },
    },
    async (request) => {
      const account = accountOf(request);
      const asked = request.query;
      const streams = await log.streams(account.tenant, `${sitting.name}-`);
      const all = await Promise.all(Object.keys(streams).map((stream) => listed(account, parseStream(stream).id)));
      const items = all
        .flat()
        .filter((one) => (asked.programme ?? one.programme) === one.programme && (asked.call === undefined || asked.call === one.call))
        .toSorted((a, b) => b.heldAt.localeCompare(a.heldAt));
      return { items };
    },
  );

  async function listed(account: Account, id: string): Promise<Listed[]> {
    const allows = await seeing.look(account, sitting.name, id);
    if (!allows?.('read')) return [];
    const { state, known, load } = await seeing.open(account, aSitting, id);
    const { stage, convocation, deliberation } = state;
    if (!shownStages.includes(stage)) return [];
    const about = convocation.call === undefined ? undefined : (await load(call, convocation.call)).terms.title;
    const awaits = await awaitedFrom(account.actor.id, state, load);
    return [
      Listed.parse({
        sitting: id,
        stage,
        heldAt: convocation.heldAt,
        programme: convocation.programme,
        programmeName: known.programme.identity.name,
        ...present({ call: convocation.call, callTitle: about, voice: convocation.members[account.actor.id], awaits }),
        items: convocation.items.length,
        concluded: Object.values(deliberation).filter((one) => one.concluded).length,
      }),
    ];
  }
}

/** What a member with a deliberative voice still owes a sitting; undefined where it is nothing. Votes are awaited of those present, on items from which nothing bars them. */
async function awaitedFrom(person: string, state: Sitting, load: Load): Promise<Listed['awaits']> {
  const { stage, convocation, presence, deliberation } = state;
  if (convocation.members[person] !== 'deliberative' || (stage !== 'convened' && stage !== 'open')) return undefined;
  const projects = await projectsOf(state, load);
  const open = convocation.items.filter(
    (item) => !deliberatedOn(deliberation, item.item).concluded && !barredFrom(state, item, projects).has(person),
  );
  const isVoting = stage === 'open' && presence.attending.includes(person);
  const votes = isVoting ? open.filter(({ item }) => !deliberatedOn(deliberation, item).votes[person]).length : 0;
  const declaration = open.length > 0 && !presence.disinterested.includes(person);
  return declaration || votes > 0 ? { declaration, votes } : undefined;
}
