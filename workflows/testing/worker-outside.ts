import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer } from '@jalon/command-handling';
import { Worker } from '@temporalio/worker';
import { viewStreamWith } from '../activities/index.ts';
import { bundleWorkflows } from '../bundle/index.ts';
import { type AtWork, type Place, TASK_QUEUE } from './place.ts';

/** What a worker in a process of its own goes by. */
export interface Begin {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly databaseUrl: string;
  /** The bundle of the workflows; absent where it takes their steps only. */
  readonly codePath?: string;
}

/** What it asks the test, and the time (ISO 8601) that it is answered. */
export interface Question {
  readonly id: string;
  readonly about: 'start' | 'before-step' | 'after-step' | 'refusal';
  readonly answer?: Answer;
  readonly refusal?: object;
}
export interface Answered {
  readonly id: string;
  readonly now: string;
}

/** A worker that can be killed. */
export interface KillableWorker extends AtWork {
  /**
   * Has it killed (SIGKILL) at the so many-th step from now, before the step is recorded or after it was and before anybody heard, and puts another in its
   * place at once.
   */
  killAt(step: number, when: 'before-step' | 'after-step'): void;
  /** How often it was killed. */
  readonly killed: () => number;
}

/**
 * A worker whose steps are taken in a process of its own; the workflows run in this one, since the time-skipping server never hands on what it kept for a
 * worker of workflows that is gone.
 */
export async function stepsInAnotherProcess(place: Place): Promise<KillableWorker> {
  const { env, fresh, region } = place;
  const namespace = env.namespace ?? 'default';
  const worker = await Worker.create({
    connection: env.nativeConnection,
    namespace,
    taskQueue: TASK_QUEUE,
    workflowBundle: { code: await bundleWorkflows() },
    activities: { viewStream: viewStreamWith(region.door) },
    enableNonLocalActivities: false,
  });
  const stop = Promise.withResolvers<void>();
  const running = worker.runUntil(stop.promise);
  const steps = killable({ address: env.address, namespace, taskQueue: TASK_QUEUE, databaseUrl: fresh.url }, place);
  return {
    ...steps,
    async end() {
      await steps.end();
      stop.resolve();
      await running;
    },
  };
}

/** A whole worker in a process of its own, on a real server. */
export async function inAnotherProcess(at: Omit<Begin, 'codePath'>, between: Between): Promise<KillableWorker> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-worker-'));
  const codePath = join(folder, 'bundle.js');
  writeFileSync(codePath, await bundleWorkflows());
  const worker = killable({ ...at, codePath }, between);
  return {
    ...worker,
    async end() {
      await worker.end();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What happens here around each step that is taken there. */
type Between = Pick<Place, 'setClock' | 'told' | 'refused'>;

function killable(begin: Begin, between: Between): KillableWorker {
  const plans: { step: number; readonly when: Question['about'] }[] = [];
  let killed = 0;
  let child = start();

  function start(): ChildProcess {
    const started = fork(fileURLToPath(new URL('./worker-process.ts', import.meta.url)), [JSON.stringify(begin)], { serialization: 'advanced' });
    started.on('message', (question: Question) => void answer(started, question));
    return started;
  }

  async function answer(asking: ChildProcess, { id, about, answer: outcome, refusal }: Question): Promise<void> {
    if (refusal) between.refused(refusal);
    // What was decided is told all the same: the relay is another process.
    if (outcome) await between.told(outcome);
    if (asking === child && isLast(about)) {
      killed += 1;
      asking.kill('SIGKILL');
      child = start();
    }
    const now = await between.setClock();
    if (asking.connected) asking.send({ id, now } satisfies Answered, () => undefined);
  }

  function isLast(about: Question['about']): boolean {
    const [plan] = plans;
    if (plan?.when !== about) return false;
    plan.step -= 1;
    if (plan.step > 0) return false;
    plans.shift();
    return true;
  }

  return {
    killAt: (step, when) => void plans.push({ step, when }),
    killed: () => killed,
    async end() {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}
