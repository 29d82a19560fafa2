import type { CommandHandler, Handle } from '@jalon/command-handling';
import type { FreshLog } from '@jalon/testing';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Region } from './region.ts';

export const TASK_QUEUE = 'jalon';

/** Where a worker works, and what it goes by. */
export interface Place {
  readonly env: TestWorkflowEnvironment;
  readonly fresh: FreshLog;
  readonly region: Region;
  /** Brings every clock to the server's time. Answers it (ISO 8601). */
  readonly setClock: () => Promise<string>;
  /** Tells the workflows of what was decided. */
  readonly told: (answer: Awaited<ReturnType<Handle>>) => Promise<void>;
  /** Notes what the process could not record. */
  readonly refused: (refusal: object) => void;
}

/** A worker, and how to stop it. */
export interface AtWork {
  readonly end: () => Promise<void>;
}

/** The door, with every clock at the server's time, and the workflows told of what comes through it. */
export const doorAt = ({ region, setClock, told }: Place): CommandHandler => ({
  ...region.door,
  handle: async (request) => {
    await setClock();
    const answer = await region.door.handle(request);
    await told(answer);
    return answer;
  },
});
