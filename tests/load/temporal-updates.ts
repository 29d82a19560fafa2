import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { type Measured, sustained } from './measure.ts';
import { decide, entity } from './update-design/entity.ts';

/** One Temporal Update a decision, from so many clients, each on a workflow of its own, appending to the same log. Runs for each number of clients. */
export async function temporalUpdates(
  databaseUrl: string,
  address: string,
  data: unknown,
  clients: readonly number[],
  seconds: number,
): Promise<Measured[]> {
  const script = fileURLToPath(new URL('./update-design/worker.ts', import.meta.url));
  const worker = spawn(process.execPath, [script, databaseUrl, address, JSON.stringify(data)], { stdio: ['ignore', 'pipe', 'ignore'] });
  const connection = await Connection.connect({ address });
  const client = new Client({ connection });
  const run = crypto.randomUUID();
  try {
    await once(worker.stdout, 'data');
    const measured: Measured[] = [];
    for (const count of clients) {
      const handles = await Promise.all(
        Array.from({ length: count }, (_, index) => {
          const workflowId = `update-design-${run}-${count}-${index}`;
          return client.workflow.start(entity, { workflowId, taskQueue: 'update-design', args: [`project-${workflowId}`, 0] });
        }),
      );
      measured.push(await sustained(count, seconds, (index) => handles[index]!.executeUpdate(decide, { args: ['bench'] })));
      await Promise.all(handles.map((handle) => handle.terminate()));
    }
    return measured;
  } finally {
    await connection.close();
    worker.kill('SIGTERM');
    await once(worker, 'exit');
  }
}
