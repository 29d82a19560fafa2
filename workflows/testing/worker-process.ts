import { randomUUID } from 'node:crypto';
import { authoriser } from '@jalon/authorisation';
import { createHandler } from '@jalon/command-handling';
import { openLog } from '@jalon/decision-log';
import { newId } from '@jalon/runtime';
import { NativeConnection, Worker } from '@temporalio/worker';
import { activities } from '../activities/index.ts';
import { silent } from './quiet.ts';
import { COMMAND_KEY } from './region.ts';
import type { Answered, Begin, Question } from './worker-outside.ts';

/**
 * The other end of `inAnotherProcess`: a worker that can be killed. Before and after each step it asks the test, which brings the clocks to the time of the
 * server, and tells the workflows in place of the relay.
 */
const { address, namespace, taskQueue, databaseUrl, codePath } = JSON.parse(process.argv[2] ?? '{}') as Begin;
if (!process.send) throw new Error('This process is started by inAnotherProcess().');

const waiting = new Map<string, (now: string) => void>();
process.on('message', ({ id, now }: Answered) => {
  waiting.get(id)?.(now);
  waiting.delete(id);
});
process.on('disconnect', () => process.exit(0));
const ask = (question: Omit<Question, 'id'>): Promise<string> =>
  new Promise((resolve) => {
    const id = randomUUID();
    waiting.set(id, resolve);
    process.send?.({ ...question, id });
  });

silent();
let now = new Date();
const clock = () => now;
now = new Date(await ask({ about: 'start' }));
const log = await openLog({ url: databaseUrl, clock, reporter: { warn: () => undefined } });
const door = createHandler({ log, authorise: authoriser(), clock, newId, commandKey: COMMAND_KEY });
const acts = activities(
  {
    ...door,
    async handle(request) {
      now = new Date(await ask({ about: 'before-step' }));
      const answer = await door.handle(request);
      await ask({ about: 'after-step', answer });
      return answer;
    },
  },
  { warn: (refusal) => void ask({ about: 'refusal', refusal }) },
  log,
);
const place = { connection: await NativeConnection.connect({ address }), namespace, taskQueue, activities: acts };
// A server gives a task to whoever asked for one, alive or not: a worker that takes steps only asks for no more than one at a time.
const worker = await Worker.create(
  codePath ? { ...place, workflowBundle: { codePath } } : { ...place, maxConcurrentActivityTaskPolls: 1, maxConcurrentActivityTaskExecutions: 1 },
);
await worker.run();
