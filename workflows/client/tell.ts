import { isFollowedKind, type Load, parseStream, processStage } from '@jalon/domain';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { lookAgain, recorded, type Thing } from '../contract.ts';
import { type Enrolled, roster, workflowIdOf } from '../roster.ts';
import { ANSWER_WITHIN_MS } from './connect.ts';

/** What a workflow is told: that its stream has come to a version, or to look again at what the stream rests on. */
export type News = { readonly version: number } | 'look-again';

export interface Teller {
  readonly client: Client;
  readonly taskQueue: string;
  /** Reads a thing of a tenant as the log has it now. */
  readonly loader: (tenant: string) => Load;
}

/** Whether workflows follow a stream. */
export const isFollowed = (stream: string): boolean => isFollowedKind(parseStream(stream).kind);

/**
 * Tells the workflows of a stream, and starts those that its stage asks for and that do not run. Telling twice does no harm.
 * Throws what the log or Temporal throw.
 */
export async function tell(teller: Teller, thing: Thing, news: News): Promise<void> {
  const { kind, id } = parseStream(thing.stream);
  if (!isFollowedKind(kind)) return;
  const stage = await processStage(kind, id, teller.loader(thing.tenant));
  const enrolled = roster.filter((one) => one.kind === kind);
  await Promise.all(enrolled.map((one) => tellOne(teller, one, thing, stage, news)));
}

async function tellOne(teller: Teller, enrolled: Enrolled, thing: Thing, stage: string, news: News): Promise<void> {
  if (!enrolled.kept[stage]) return enrolled.endsIn.includes(stage) ? ending(teller, enrolled, thing) : undefined;
  const { client, taskQueue } = teller;
  const start = { workflowId: workflowIdOf(enrolled.name, thing), workflowIdReusePolicy: 'ALLOW_DUPLICATE', taskQueue, args: [thing] } as const;
  await soon(client, () =>
    news === 'look-again'
      ? client.workflow.signalWithStart(enrolled.name, { ...start, signal: lookAgain })
      : client.workflow.signalWithStart(enrolled.name, { ...start, signal: recorded, signalArgs: [news.version] }),
  );
}

/** One that still runs looks, sees that it is over, and ends. */
async function ending({ client }: Teller, { name }: Enrolled, thing: Thing): Promise<void> {
  try {
    await soon(client, () => client.workflow.getHandle(workflowIdOf(name, thing)).signal(lookAgain));
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

const soon = <Result>({ connection }: Client, work: () => Promise<Result>): Promise<Result> =>
  connection.withDeadline(Date.now() + ANSWER_WITHIN_MS, work);
