import { type AnyCommand, ContentHash } from '@jalon/domain';
import type { ObjectStore } from '@jalon/object-store';
import { z } from 'zod';
import { ProblemError } from '../problems/problem.ts';

/** Looks whether the files that a command's input names are in the store; most commands name none, and nothing is looked for then. */
export type Demand = (tenant: string, input: unknown) => Promise<ProblemError | undefined>;

const nothing: Demand = async () => undefined;

/** Whether an input of the command can name a file, by its shape. */
const namesFiles = ({ data }: AnyCommand): boolean =>
  JSON.stringify(z.toJSONSchema(data, { io: 'input', unrepresentable: 'any' })).includes('"hash"');

/**
 * What has to hold of the files of a command before it is asked: the bytes come first, and the decision that rests on them after.
 * The problem attachment-not-sent, naming the first hash that the store does not have; undefined where it has them all.
 */
export function demandStored(objects: Pick<ObjectStore, 'find'>, command: AnyCommand): Demand {
  if (!namesFiles(command)) return nothing;
  return async (tenant, input) => {
    for (const hash of hashesIn(input)) {
      if (!(await objects.find(tenant, hash))) return new ProblemError('attachment-not-sent', { hash });
    }
    return undefined;
  };
}

/** Every content hash anywhere in an input. It is walked with a list, since it can be nested as deep as what people send. */
function hashesIn(input: unknown): ReadonlySet<string> {
  const hashes = new Set<string>();
  const waiting: unknown[] = [input];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const named = 'hash' in next ? ContentHash.safeParse(next.hash) : undefined;
    if (named?.success) hashes.add(named.data);
    waiting.push(...Object.values(next).filter((value) => value !== undefined));
  }
  return hashes;
}
