import type { Answer, CommandHandler, Request } from '@jalon/command-handling';
import type { DecisionLog } from '@jalon/decision-log';
import { parseStream } from '@jalon/domain';
import { Context } from '@temporalio/activity';
import type { Act, Acted, Activities, Thing } from '../contract.ts';

/** Where an act that was not recorded is told of. */
export interface Telling {
  warn(details: object, message: string): void;
}

/** The command could not be decided now, through no fault of its own. It is tried again. */
export class NotDecidedNow extends Error {
  readonly code = 'not-decided-now';
  readonly retryable = true;
}

/** The same step of the same obligation is the same command, however often it is tried and by whichever run. */
function commandIdOf({ tenant, stream }: Thing, { obligation, step }: Act): string {
  const number = typeof step.data.step === 'number' ? `-${step.data.step}` : '';
  return `process:${tenant}/${stream}/${obligation}/${step.command}${number}`;
}

function workflowId(): string {
  const { workflowExecution } = Context.current().info;
  if (!workflowExecution) throw new Error('A step of the process was taken outside of a workflow: only workflows act.');
  return workflowExecution.workflowId;
}

function requestOf(thing: Thing, act: Act, process: string): Request {
  const { kind, id } = parseStream(thing.stream);
  return {
    tenant: thing.tenant,
    kind,
    id,
    name: act.step.command,
    input: act.step.data,
    actor: { kind: 'process', id: process },
    commandId: commandIdOf(thing, act),
    occurredAt: act.step.at,
  };
}

/** What an answer means for the workflow: the version after, or the code by which it is shown that nothing was recorded. */
function outcomeOf(answer: Answer, commandId: string): { readonly version: number } | { readonly refused: string } {
  switch (answer.status) {
    case 'recorded':
    case 'repeated':
      return { version: answer.version };
    case 'contended':
    case 'out-of-order':
      throw new NotDecidedNow(`${commandId} was answered "${answer.status}": it is asked again.`);
    case 'refused':
      return { refused: answer.refusal.refused };
    default:
      return { refused: answer.status };
  }
}

/** Knows which histories are being brought in: a step taken meanwhile would rest on half of one. */
export type Importing = Pick<DecisionLog, 'imports'>;

/**
 * Takes a step through the one door, as of its due date.
 * @throws {NotDecidedNow} while a history is being imported, where others were faster five times over, or the log's clock has not come to the due date yet;
 * and what the door throws
 */
export function actWith({ handle, load }: Pick<CommandHandler, 'handle' | 'load'>, telling: Telling, log: Importing): Activities['act'] {
  return async (thing, act): Promise<Acted> => {
    const underWay = (await log.imports()).find(({ tenant }) => tenant === thing.tenant);
    if (underWay)
      throw new NotDecidedNow(`The histories ${underWay.name} of ${thing.tenant} are being imported: the process waits until they are whole.`);
    const request = requestOf(thing, act, workflowId());
    const answer = await handle(request);
    const outcome = outcomeOf(answer, request.commandId);
    if ('version' in outcome) return outcome;
    telling.warn({ ...thing, commandId: request.commandId, answer }, 'a step of the process was not recorded');
    const { version } = await load(thing.tenant, request.kind, request.id);
    return { version, refused: outcome.refused };
  };
}
