import {
  type Call,
  call,
  type Load,
  type Obligation,
  type Programme,
  type Project,
  processView,
  programme,
  register,
  type StateOf,
} from '@jalon/domain';
import type { toldCall } from '../calls/story.ts';
import type { toldProject } from '../project-page/story.ts';

/** A project with its story, and what it hangs on, for the rows of every view that shows it. */
export interface ProjectSeen extends StateOf<typeof toldProject> {
  readonly id: string;
  readonly version: number;
  /** When its last decision took effect (ISO 8601). */
  readonly lastAt: string;
  readonly programmeId: string;
  readonly programme: Programme;
  readonly call: Call;
  /** Its number in the call's register; absent outside the award path. */
  readonly number?: number;
  readonly obligations: readonly Obligation[];
}

/** A call with its story, and what it hangs on. */
export interface CallSeen extends StateOf<typeof toldCall> {
  readonly id: string;
  readonly version: number;
  readonly lastAt: string;
  readonly programme: Programme;
  /** How many applications were started. */
  readonly applications: number;
  readonly obligations: readonly Obligation[];
}

interface Thing<Told> {
  readonly id: string;
  readonly state: Told;
  readonly version: number;
  readonly lastAt: string;
}

/** The programme that a project belongs to: its call's, or the one that its case study names. */
export const programmeOf = ({ caseStudy }: Project, { terms }: Call): string => terms.programme || (caseStudy?.programme ?? '');

/** Gathers what the rows of a project are made of. Undefined for one that does not exist. */
export async function seeProject({ id, state, version, lastAt }: Thing<StateOf<typeof toldProject>>, load: Load): Promise<ProjectSeen | undefined> {
  const project = state.state;
  if (project.stage === 'none') return undefined;
  const callId = project.application.call;
  const answered = callId === '' ? call.initial : await load(call, callId);
  const programmeId = programmeOf(project, answered);
  const [its, listed, { obligations }] = await Promise.all([
    load(programme, programmeId),
    callId === '' ? register.initial : load(register, callId),
    callId === '' ? { obligations: [] } : processView('project', id, load),
  ]);
  const place = listed.applications.indexOf(id);
  return {
    ...state,
    id,
    version,
    lastAt,
    programmeId,
    programme: its,
    call: answered,
    ...(place >= 0 && { number: place + 1 }),
    obligations,
  };
}

/** Gathers what the row of a call is made of. Undefined for one that does not exist. */
export async function seeCall({ id, state, version, lastAt }: Thing<StateOf<typeof toldCall>>, load: Load): Promise<CallSeen | undefined> {
  if (state.state.stage === 'none') return undefined;
  const [its, listed, { obligations }] = await Promise.all([
    load(programme, state.state.terms.programme),
    load(register, id),
    processView('call', id, load),
  ]);
  return { ...state, id, version, lastAt, programme: its, applications: listed.applications.length, obligations };
}
