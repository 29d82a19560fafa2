import type { Logger } from '@jalon/runtime';

/** Whether Temporal can be reached, as the last call found it. */
export interface Reach {
  /** Does something with Temporal, and notes how that went. Passes on what it throws. */
  readonly during: (work: () => Promise<void>) => Promise<void>;
  readonly state: () => { readonly connected: boolean; readonly problem?: string };
}

/** Notes whether Temporal answers, and says so once each time that changes. */
export function reachWith(logger: Logger): Reach {
  let connected = false;
  let problem: string | undefined;
  return {
    async during(work) {
      try {
        await work();
        if (!connected) logger.info('the workflows are fed: Temporal answers');
        connected = true;
        problem = undefined;
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (problem === undefined) logger.warn({ err: error }, 'the workflows could not be told; decisions go on, and they are told later');
        connected = false;
        problem = message;
        throw error;
      }
    },
    state: () => ({ connected, ...(problem !== undefined && { problem }) }),
  };
}
