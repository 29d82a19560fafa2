/** Which further item may still join a group; the first one always does. */
export type Fits<Item> = (group: readonly Item[], item: Item) => boolean;

/** Does the work of a whole group at once, and settles each item in its order. A rejection settles all of them. */
export type Send<Item, Answer> = (key: string, group: readonly Item[]) => Promise<readonly PromiseSettledResult<Answer>[]>;

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Answers many concurrent calls by few: for each key one group is under way at a time, and whatever arrives meanwhile makes the next one. An item is only ever
 * answered by work that began after it came.
 */
export function inGroups<Item, Answer>(send: Send<Item, Answer>, fits: Fits<Item>): (key: string, item: Item) => Promise<Answer> {
  const queues = new Map<string, Waiting<Item, Answer>[]>();

  async function settle(key: string, group: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await send(
        key,
        group.map(({ item }) => item),
      );
      for (const [index, { resolve, reject }] of group.entries()) {
        const answer = answers[index];
        if (answer?.status === 'fulfilled') resolve(answer.value);
        else reject(answer?.reason ?? new Error('A group was answered with too few answers.'));
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  async function drain(key: string, queue: Waiting<Item, Answer>[]): Promise<void> {
    while (queue.length > 0) {
      await new Promise(setImmediate); // all that arrives in this turn of the event loop goes together
      await settle(key, takeGroup(queue, fits));
    }
    queues.delete(key);
  }

  return (key, item) =>
    new Promise((resolve, reject) => {
      const waiting = { item, resolve, reject };
      const queue = queues.get(key);
      if (queue) {
        queue.push(waiting);
      } else {
        const fresh = [waiting];
        queues.set(key, fresh);
        void drain(key, fresh);
      }
    });
}

function takeGroup<Item, Answer>(queue: Waiting<Item, Answer>[], fits: Fits<Item>): readonly Waiting<Item, Answer>[] {
  const group: Item[] = [];
  for (const { item } of queue) {
    if (group.length > 0 && !fits(group, item)) break;
    group.push(item);
  }
  return queue.splice(0, group.length);
}
