import type { LoggedDecision } from '@jalon/decision-log';

/** The decisions of one command, in order: a log holds them next to each other, since they were appended together. */
export type Recorded = readonly [LoggedDecision, ...LoggedDecision[]];

/** A log, command by command. */
export async function* commandsOf(log: AsyncIterable<readonly LoggedDecision[]>): AsyncGenerator<Recorded> {
  let taken: [LoggedDecision, ...LoggedDecision[]] | undefined;
  for await (const page of log) {
    for (const decision of page) {
      if (taken && taken[0].command.id === decision.command.id) taken.push(decision);
      else {
        if (taken) yield taken;
        taken = [decision];
      }
    }
  }
  if (taken) yield taken;
}
