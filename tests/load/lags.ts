import { clientOf } from '../system/client.ts';
import type { System } from '../system/system.ts';
import { until } from '../system/until.ts';
import { revision } from './decisions-over-http.ts';
import { percentile } from './measure.ts';

export interface Lag {
  readonly count: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

const lagOf = (took: readonly number[]): Lag => ({ count: took.length, p50: percentile(took, 0.5), p99: percentile(took, 0.99) });

/** From the answer to a decision until the audit journal, asked to wait for it, answers with it. */
export async function lagToView(system: System, call: string, count = 200): Promise<Lag> {
  const [holder, auditor] = [await clientOf(system, 'holder'), await clientOf(system, 'auditor')];
  await holder.decide('projects/lag/start-application', { call });
  const took: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const { body } = await holder.decide('projects/lag/revise-application', revision);
    const acknowledged = performance.now();
    const { status } = await auditor.read(`journal?stream=project-lag&limit=1&after=project-lag@${body.version}`);
    if (status !== 200) throw new Error(`The journal answered ${status}.`);
    took.push(performance.now() - acknowledged);
  }
  return lagOf(took);
}

/** From the answer to a published call, whose opening day has come, until the workflow has opened it: relay, Temporal, worker and the door. */
export async function lagToWorkflow(system: System, terms: object, count = 60): Promise<Lag> {
  const administrator = await clientOf(system, 'administrator');
  const took: number[] = [];
  for (let index = 0; index < count; index += 1) {
    await administrator.decide(`calls/lag-${index}/draft-call`, terms);
    await administrator.decide(`calls/lag-${index}/publish-call`);
    const acknowledged = Date.now();
    await until('the workflow opened the call', async () => {
      const opened = (await system.log.readStream('demonstration', `call-lag-${index}`)).find(({ type }) => type === 'call-opened');
      if (opened) took.push(Date.parse(opened.recordedAt) - acknowledged);
      return opened !== undefined;
    });
  }
  return lagOf(took);
}
