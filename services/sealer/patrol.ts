import type { DecisionLog } from '@jalon/decision-log';
import { equal, growingTree, type Head, utf8 } from '@jalon/seal';
import { Contradiction } from './contradiction.ts';
import { forked, hashing, type Opening, openTree } from './open-tree.ts';

export interface Patrolling extends Opening {
  readonly log: Pick<DecisionLog, 'tenants' | 'readAll'>;
  readonly reporter: { readonly error: (fields: object, message: string) => void };
}

/**
 * Compares the whole log of each tenant with its latest checkpoint, and that with the copy outside the database: what was changed after it was sealed is
 * found without anybody asking. Raises the alarm of a tenant, or clears it. Memory does not grow with the log.
 * @returns how many tenants were found well
 */
export async function patrol(patrolling: Patrolling, isStopping: () => boolean): Promise<number> {
  const { log, store, reporter } = patrolling;
  let well = 0;
  for (const { tenant } of await log.tenants()) {
    try {
      const { log: life, published, tree, owed } = await openTree(patrolling, tenant);
      if (published === 0) continue;
      const same = await leadsTo(log, tenant, { size: published, root: tree.root() }, isStopping);
      if (isStopping()) return well;
      if (!same) throw forked(life, published);
      if (!owed) await store.clearAlarm(tenant);
      well += 1;
    } catch (err) {
      if (!(err instanceof Contradiction)) throw err;
      await store.raiseAlarm(tenant, err.message);
      reporter.error({ err, tenant }, 'the log is not the one that was sealed: run `jalon fsck`');
    }
  }
  return well;
}

/** Whether the decisions of a log lead to this head. */
async function leadsTo(log: Pick<DecisionLog, 'readAll'>, tenant: string, head: Head, isStopping: () => boolean): Promise<boolean> {
  const tree = growingTree(hashing, undefined, false);
  for await (const page of log.readAll(tenant)) {
    for (const { envelope } of page) {
      tree.append(hashing.leaf(utf8(envelope)));
      if (tree.size() === head.size) return equal(tree.root(), head.root);
    }
    if (isStopping()) return true;
  }
  return false;
}
