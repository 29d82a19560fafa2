import { Listr, PRESET_TIMER } from 'listr2';
import type { Report } from '../servers/server.ts';

export interface Step {
  readonly title: string;
  /** Does the step; what it returns stands behind the title when it is done. */
  readonly work: (report: Report) => Promise<string>;
}

/** Shows steps that run side by side, with the time that each takes: live on a terminal, else a line for each beginning, message and end. */
export async function sideBySide(steps: readonly Step[], live = process.stdout.isTTY): Promise<void> {
  if (live) return onTerminal(steps);
  const works = steps.map(asLines);
  // All are waited for, also when one fails: none is left behind half-started.
  await Promise.allSettled(works);
  await Promise.all(works);
}

async function asLines({ title, work }: Step): Promise<void> {
  const begun = performance.now();
  const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
  console.log(`… ${title}`);
  try {
    const result = await work((message) => console.log(`  ${title}: ${message} (${seconds()})`));
    console.log(`✔ ${title}: ${result} (${seconds()})`);
  } catch (error) {
    console.log(`✘ ${title} (${seconds()})`);
    throw error;
  }
}

async function onTerminal(steps: readonly Step[]): Promise<void> {
  const failures: unknown[] = [];
  const list = new Listr(
    steps.map(({ title, work }) => ({
      title,
      task: async (_context: unknown, task: { title: string; output: string }) => {
        try {
          const result = await work((message) => {
            task.output = message;
          });
          task.title = `${title}: ${result}`;
        } catch (error) {
          failures.push(error);
          throw error;
        }
      },
    })),
    // Ctrl-C is the launcher's affair, and so is what it says of an error.
    { concurrent: true, exitOnError: false, registerSignalListeners: false, rendererOptions: { timer: PRESET_TIMER, showErrorMessage: false } },
  );
  await list.run();
  if (failures.length > 0) throw failures[0];
}
