import { parseStream } from '@jalon/domain';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Dependencies } from '../dependencies.ts';
import type { Account } from '../identity/account.ts';
import { accountOf } from '../identity/gate.ts';
import { ProblemError } from '../problems/problem.ts';
import { seeingWith } from '../reads/seeing.ts';
import { followMoves, type Move, type Moves } from './moves.ts';

/** Open pages of one account, and of all accounts in this process. */
const MOST_OF_ONE = 12;
const MOST = 2_000;
/** A page that missed more than this is told to read everything again. */
const MOST_MISSED = 1_000;
const HEARTBEAT_MS = 20_000;
/** A connection ends by then, and the browser makes another: whoever was signed out meanwhile is not let in again. */
const LASTS_MS = 10 * 60_000;

/**
 * `GET /v1/live`, server-sent events: `moved` with the streams that were decided on, of those that the account may read as the log has them, and no more
 * than their versions. The event id is the position in the log, so that a browser that connects again hears what it missed; past a thousand
 * decisions it hears `reset` instead.
 */
export async function liveRoutes(app: FastifyInstance, dependencies: Dependencies): Promise<void> {
  const seeing = seeingWith(dependencies);
  const moves = followMoves(dependencies.log, dependencies.views, app.log);
  const open = new Map<string, number>();
  const ends = new Set<() => void>();
  app.addHook('preClose', async () => {
    for (const end of ends) end();
    moves.close();
  });

  const mayRead = async (account: Account, stream: string): Promise<boolean> => {
    const { kind, id } = parseStream(stream);
    return (await seeing.look(account, kind, id))?.('read') ?? false;
  };

  app.get(
    '/v1/live',
    {
      schema: {
        operationId: 'live',
        tags: ['live'],
        summary: 'What is decided on things that you may see, as it is recorded (server-sent events)',
        description:
          'Each event `moved` holds a list of `{stream, version}`; its id is a position in the log. Send it back as Last-Event-ID to hear what you missed; `reset` says that it was too much.',
      },
    },
    async (request, reply) => {
      const account = accountOf(request);
      const who = `${account.tenant}/${account.actor.id}`;
      const count = open.get(who) ?? 0;
      if (count >= MOST_OF_ONE || ends.size >= MOST) throw new ProblemError('too-many-requests', { seconds: 30 });
      const asked = Number(request.headers['last-event-id'] ?? Number.NaN);
      const head = await moves.head(account.tenant);
      open.set(who, count + 1);
      const end = stream(reply, {
        from: Number.isSafeInteger(asked) && asked >= 0 ? asked : head,
        head,
        lastsMs: Math.max(Math.min(LASTS_MS, account.expires * 1_000 - dependencies.clock().getTime()), 1_000),
        moves,
        tenant: account.tenant,
        visible: (streamName) => mayRead(account, streamName),
        ended() {
          ends.delete(end);
          const left = (open.get(who) ?? 1) - 1;
          if (left === 0) open.delete(who);
          else open.set(who, left);
        },
      });
      ends.add(end);
      return reply;
    },
  );
}

interface Streaming {
  readonly from: number;
  readonly head: number;
  readonly lastsMs: number;
  readonly moves: Moves;
  readonly tenant: string;
  readonly visible: (stream: string) => Promise<boolean>;
  readonly ended: () => void;
}

/** Writes events until the browser goes, the time is over, or the process stops. @returns what ends it */
function stream(reply: FastifyReply, { from, head, lastsMs, moves, tenant, visible, ended }: Streaming): () => void {
  const { raw } = reply;
  reply.hijack();
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  const write = (lines: string) => raw.write(`${lines}\n\n`);
  let unwatch: (() => void) | undefined;
  let isOver = false;
  // One batch after the other: what is decided in between waits its turn.
  let telling: Promise<unknown> = Promise.resolve();
  const tell = (batch: readonly Move[]) => {
    telling = telling.then(() => toldOf(batch, visible)).then((lines) => isOver || write(lines), finish);
  };
  const heartbeat = setInterval(() => write(':'), HEARTBEAT_MS);
  const end = setTimeout(() => finish(), lastsMs);
  function finish(): void {
    if (isOver) return;
    isOver = true;
    clearInterval(heartbeat);
    clearTimeout(end);
    unwatch?.();
    raw.end();
    ended();
  }
  raw.on('close', finish);
  write(`retry: 2000\nid: ${Math.min(from, head)}`);
  const begin = async () => {
    const stop = await moves.watch(tenant, tell);
    if (isOver) stop();
    else unwatch = stop;
    if (head - from > MOST_MISSED) write(`event: reset\nid: ${head}\ndata: {}`);
    else tell(await moves.after(tenant, from, MOST_MISSED + 100));
  };
  begin().catch(finish);
  return finish;
}

/** One event for a batch of moves: the newest version of each stream that may be seen. Where none may, its position alone. */
async function toldOf(batch: readonly Move[], visible: (stream: string) => Promise<boolean>): Promise<string> {
  const last = batch.at(-1)?.position;
  if (last === undefined) return ':';
  const newest = new Map(batch.map(({ stream: name, version }) => [name, version]));
  const seen = await Promise.all([...newest].map(async ([name, version]) => ((await visible(name)) ? [{ stream: name, version }] : [])));
  const told = seen.flat();
  return told.length === 0 ? `id: ${last}` : `event: moved\nid: ${last}\ndata: ${JSON.stringify(told)}`;
}
