import { randomUUID } from 'node:crypto';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { until } from './until.ts';

/** A Temporal namespace of its own, so that two systems on one server do not share journeys. */
export async function freshNamespace(address: string): Promise<string> {
  const namespace = `system-${randomUUID()}`;
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs('1 day') });
    await until('the namespace is known', async () => Boolean(await connection.workflowService.listOpenWorkflowExecutions({ namespace })));
  } finally {
    await connection.close();
  }
  return namespace;
}
