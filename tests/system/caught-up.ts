import { clientOf } from './client.ts';
import type { System } from './system.ts';
import { until } from './until.ts';

/** Waits until the views hold every decision that the log holds now. */
export async function viewsCaughtUp(system: System, tenant = 'demonstration'): Promise<void> {
  const auditor = await clientOf(system, 'auditor');
  const head = (await system.log.tenants()).find((one) => one.tenant === tenant)?.head ?? 0;
  await until('the views have caught up', async () => (await auditor.read('journal?order=newest&limit=1')).body.items[0].position >= head, 300_000);
}
