import type { CommandHandler } from '@jalon/command-handling';
import { call, type FollowedKind, isFollowedKind, isPhase, type Load, parseStream, processView, project, sitting } from '@jalon/domain';
import type { Activities, Due, View } from '../contract.ts';

/** The log that this process reads has not come as far as the workflow was told. It is tried again. */
export class LogBehind extends Error {
  readonly code = 'log-behind';
  readonly retryable = true;
  constructor(stream: string, version: number, atLeast: number) {
    super(`The log has ${stream} at version ${version}, expected ${atLeast} or later: it is read again until it is there.`);
  }
}

/** A date of an obligation cannot be read. Nothing is done about it until the rule that made it is mended. */
export class NotADate extends Error {
  readonly code = 'not-a-date';
  readonly retryable = true;
  constructor(stream: string, obligation: string, date: string) {
    super(`Obligation ${obligation} of ${stream} has "${date}" for a date, expected an ISO 8601 instant: mend the rule that sets it.`);
  }
}

/** What is read of the log. */
export type Reading = Pick<CommandHandler, 'load' | 'loader'>;

/** Folds a stream from the log, and what it rests on, into what its workflows go by. */
export function viewStreamWith({ load, loader }: Reading): Activities['viewStream'] {
  return async ({ tenant, stream }, atLeast) => {
    const { kind, id } = parseStream(stream);
    if (!isFollowedKind(kind)) throw new Error(`No workflow follows ${stream}: only calls, projects and sittings have a process.`);
    // The version is read first: a decision taken in between is in the view all the same, and the signal that tells of it only makes us look again.
    const { version } = await load(tenant, kind, id);
    if (version < atLeast) throw new LogBehind(stream, version, atLeast);
    const { stage, obligations } = await processView(kind, id, loader(tenant));
    const due = obligations.map((obligation): Due => ({ id: obligation.id, kind: obligation.kind, due: obligation.due, steps: obligation.steps }));
    for (const one of due) checkDates(stream, one);
    return { version, stage, obligations: due, ...(await about[kind](id, loader(tenant))) };
  };
}

function checkDates(stream: string, { id, due, steps }: Due): void {
  const wrong = [due, ...steps.map(({ at }) => at)].find((date) => Number.isNaN(Date.parse(date)));
  if (wrong !== undefined) throw new NotADate(stream, id, wrong);
}

/** What a workflow can be searched by. */
type About = Pick<View, 'programme' | 'phase' | 'srl'>;

async function aboutSitting(id: string, load: Load): Promise<About> {
  const { convocation } = await load(sitting, id);
  return { programme: convocation.programme };
}

async function aboutCall(id: string, load: Load): Promise<About> {
  const { terms } = await load(call, id);
  return { programme: terms.programme };
}

async function aboutProject(id: string, load: Load): Promise<About> {
  const { stage, application, caseStudy, srl } = await load(project, id);
  const answered: About = application.call === '' ? {} : await aboutCall(application.call, load);
  const programme = caseStudy?.programme ?? answered.programme;
  return {
    ...(programme && { programme }),
    ...(isPhase(stage) && { phase: stage }),
    ...(srl.concluded && { srl: srl.concluded.reached }),
  };
}

const about: Readonly<Record<FollowedKind, (id: string, load: Load) => Promise<About>>> = {
  call: aboutCall,
  project: aboutProject,
  sitting: aboutSitting,
};
