import type { Authorise } from '@jalon/authorisation';
import { kindOf } from '@jalon/command-handling';
import type { LoggedDecision } from '@jalon/decision-log';
import {
  type Actor,
  type AnyCommand,
  type Asked,
  type Decision,
  findCommand,
  isRefusal,
  type Outcome,
  type Placed,
  parseStream,
  upcast,
} from '@jalon/domain';
import type { z } from 'zod';
import type { StatesBefore } from '../history/states-before.ts';
import type { Recorded } from './commands-of.ts';
import { type Difference, differencesBetween } from './difference.ts';

/**
 * What deciding again came to. `differs`: the rule of the same version decides something else, or refuses, or the authorisation forbids it. `other-rule`: it was
 * decided by another version of the rule, and by this one it comes out otherwise: a mended bug, not tampering. `other-grounds`: allowed, but by other policies.
 */
export type AgainOutcome = 'agrees' | 'differs' | 'other-rule' | 'other-grounds';

/** One command, decided again. */
export interface Again {
  /** Of its first decision; the others follow without a gap. */
  readonly position: number;
  readonly decisions: number;
  readonly command: { readonly id: string; readonly name: string };
  readonly stream: string;
  readonly actor: Actor;
  readonly recordedAt: string;
  readonly rule: { readonly recorded: number; readonly now?: number };
  readonly outcome: AgainOutcome;
  readonly differences: readonly Difference[];
}

export interface Deciding {
  readonly tenant: string;
  /** Not yet beyond the command's first decision. */
  readonly states: StatesBefore;
  /** By the policies of Jalon alone: what a tenant adds only forbids, and the log does not say since when. */
  readonly authorise: Authorise;
}

/** Decides a recorded command again: on what stood before it, with the policy then in force, by the rule and the authorisation of this version of Jalon. */
export async function redecide(deciding: Deciding, recorded: Recorded): Promise<Again> {
  const [first] = recorded;
  const [kind = '', name = ''] = first.command.name.split('/');
  const command = findCommand(kind, name);
  const own = recorded.find(({ stream }) => parseStream(stream).kind === kind)?.stream ?? first.stream;
  const differences = command ? await compare(deciding, command, own, recorded) : [{ path: 'command.name', recorded: first.command.name }];
  return {
    position: first.position,
    decisions: recorded.length,
    command: first.command,
    stream: own,
    actor: first.actor,
    recordedAt: first.recordedAt,
    rule: { recorded: first.ruleVersion, ...(command && { now: command.ruleVersion }) },
    outcome: outcomeOf(differences, command !== undefined && command.ruleVersion !== first.ruleVersion),
    differences,
  };
}

function outcomeOf(differences: readonly Difference[], otherRule: boolean): AgainOutcome {
  if (differences.length === 0) return 'agrees';
  if (differences.every(({ path }) => path === GROUNDS)) return 'other-grounds';
  return otherRule ? 'other-rule' : 'differs';
}

const GROUNDS = 'authorisation';

async function compare(
  { tenant, states, authorise }: Deciding,
  command: AnyCommand,
  own: string,
  recorded: Recorded,
): Promise<readonly Difference[]> {
  const [first] = recorded;
  const { state, version } = await states.to(first.position).read(own);
  if (command.creates !== (version === 0)) return [{ path: 'version', recorded: version + 1, now: command.creates ? 1 : undefined }];
  const input: z.ZodSafeParseResult<unknown> = command.data.safeParse(first.input);
  if (!input.success) {
    return input.error.issues.map(({ path, message }) => ({ path: ['input', ...path].join('.'), now: { invalid: message } }));
  }
  const { id } = parseStream(own);
  const asked: Asked<unknown> = { id, data: input.data, by: first.actor, at: instantAsked(command, first) };
  const known = await command.context(state, asked, states.load);
  const { allowed, policies } = authorise({
    tenant,
    actor: first.actor,
    action: first.command.name,
    kind: command.kind,
    id,
    state,
    known,
    at: asked.at,
    data: input.data,
  });
  if (!allowed) return [{ path: 'allowed', recorded: first.authorisation, now: { forbidden: policies } }];
  const outcome: Outcome = command.decide(state, asked, known);
  if (isRefusal(outcome)) return [{ path: 'decided', recorded: recorded.map(({ type }) => type), now: outcome }];
  const effect = command.retroactive ? command.effectiveAt?.(state, asked) : undefined;
  return [
    ...differencesOfDecisions(own, recorded, outcome),
    ...differencesBetween('policyVersion', first.policyVersion, known.policyVersion),
    ...(effect === undefined ? [] : differencesBetween('occurredAt', first.occurredAt, effect)),
    ...(sameSet(first.authorisation, policies) ? [] : [{ path: GROUNDS, recorded: first.authorisation, now: policies }]),
  ];
}

/**
 * The instant as of which a command was asked: when it took effect, save for corrections, which take effect with what they correct. What these move from their own
 * day on stands in their data; else it was when it was recorded, give or take the way to the log.
 */
function instantAsked(command: AnyCommand, { occurredAt, recordedAt, data }: LoggedDecision): string {
  if (!command.effectiveAt) return occurredAt;
  return typeof data === 'object' && data !== null && 'from' in data && typeof data.from === 'string' ? data.from : recordedAt;
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean => a.toSorted().join() === b.toSorted().join();

function differencesOfDecisions(own: string, recorded: Recorded, outcome: Exclude<Outcome, { readonly refused: string }>): readonly Difference[] {
  const again = (Array.isArray(outcome) ? outcome : [outcome]).map((one: Decision | Placed) => placedOn(own, one));
  if (again.length !== recorded.length) {
    return [
      { path: 'decisions', recorded: recorded.map(placeOf), now: again.map(({ stream, decision }) => placeOf({ stream, type: decision.type })) },
    ];
  }
  return recorded.flatMap((was, index) => {
    const { stream, decision } = again[index]!;
    const path = `decisions.${index}`;
    const place = differencesBetween(path, { stream: was.stream, type: was.type }, { stream, type: decision.type });
    return place.length > 0 ? place : differencesBetween(`${path}.data`, raised(was), asStored(stream, decision));
  });
}

const placeOf = ({ stream, type }: { readonly stream: string; readonly type: string }): string => `${type} on ${stream}`;
const placedOn = (own: string, one: Decision | Placed): Placed => ('stream' in one ? one : { stream: own, decision: one });

/** The data of a decision in the shape in use. */
function raised({ stream, type, shapeVersion, data }: LoggedDecision): unknown {
  const declared = kindOf(stream).types.get(type);
  return declared ? upcast(declared, { version: shapeVersion, data }) : data;
}

/** The data of a decision as the log would give it back. */
function asStored(stream: string, { type, data }: Decision): unknown {
  const declared = kindOf(stream).types.get(type);
  return JSON.parse(JSON.stringify(declared ? declared.data.parse(data) : data));
}
