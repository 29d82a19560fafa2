import type { Load } from '../kernel/command.ts';
import type { AidHistory } from './de-minimis.ts';
import { organisation } from './organisation.ts';

/** The organisations of the single undertaking that one belongs to, the head first, with the aids of each: what de minimis aid is counted over. */
export async function singleUndertaking(id: string, load: Load): Promise<readonly AidHistory[]> {
  const asked = await load(organisation, id);
  const head = asked.undertaking.head ?? id;
  const { undertaking } = head === id ? asked : await load(organisation, head);
  const together = [...new Set([head, ...undertaking.members, id])];
  return Promise.all(together.map(async (one) => ({ organisation: one, aids: (await load(organisation, one)).aids })));
}
