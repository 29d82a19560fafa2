import { fileURLToPath } from 'node:url';
import { openLog } from '@jalon/decision-log';
import { systemClock } from '@jalon/runtime';
import { NativeConnection, Worker } from '@temporalio/worker';
import { entityActivities } from './activities.ts';

/** A process of its own, as workers are: `worker.ts <database url> <temporal address> <data as JSON>`; says `ready` when it takes work, ends on SIGTERM. */
const [databaseUrl, address, data] = process.argv.slice(2) as [string, string, string];
const log = await openLog({ url: databaseUrl, clock: systemClock, reporter: { warn: (_, message) => process.stderr.write(`${message}\n`) } });
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address }),
  taskQueue: 'update-design',
  workflowsPath: fileURLToPath(new URL('./entity.ts', import.meta.url)),
  activities: entityActivities(log, JSON.parse(data)),
});
process.on('SIGTERM', () => worker.shutdown());
process.stdout.write('ready\n');
await worker.run();
await log.close();
