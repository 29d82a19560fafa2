import type { Actor } from '../kernel/actor.ts';
import type { AnyCommand } from '../kernel/command.ts';
import { by, type World } from '../kernel/testing/given-when-then.ts';
import { adoptPolicy } from '../programme/adopt-policy.ts';
import { draftPolicy } from '../programme/draft-policy.ts';
import { programme } from '../programme/programme.ts';

const PROGRAMME = 'programme-breakthrough';

interface Move {
  readonly subject: string;
  readonly command: AnyCommand;
  readonly actor: Actor;
  readonly data: unknown;
}

/** Now and then somebody drafts other reminders and another envelope reserve, and somebody else adopts them for the next days. */
export function programmeMoves(world: World, chance: number, today: string): Move[] {
  if (chance % 7 !== 0) return [];
  const { drafts } = world.state(programme, PROGRAMME);
  const open = Object.entries(drafts).find(([, { stage }]) => stage === 'open');
  if (open) return [{ subject: PROGRAMME, command: adoptPolicy, actor: by('alma'), data: { draft: Number(open[0]), inForceFrom: today } }];
  const policy = { reminders: [chance % 40, 2], escalations: [chance % 5], envelopeReserve: chance % 3_000 };
  return [{ subject: PROGRAMME, command: draftPolicy, actor: by('administrator'), data: { policy } }];
}
