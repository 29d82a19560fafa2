import { createHmac } from 'node:crypto';
import type { Authorise } from '@jalon/authorisation';
import { type Appended, canonicalText, type DecisionLog, type NewDecision, type Recorded } from '@jalon/decision-log';
import { type AnyCommand, type Asked, type Decision, findCommand, isRefusal, type Load, type Placed, streamOf, ThingId } from '@jalon/domain';
import { Personal } from '@jalon/domain/sealing';
import type { z } from 'zod';
import { OneAtATime } from './one-at-a-time.ts';
import type { Answer, Handle, Request } from './port.ts';
import { Reading } from './reading.ts';
import { type Seal, type ToSeal, toSeal } from './sealing.ts';
import { kindOf, States } from './states.ts';

/** How often a decision is taken again when what it rests on has moved, before the asker is told to try later. */
const ATTEMPTS = 5;

export interface Dependencies {
  readonly log: Pick<DecisionLog, 'append' | 'findCommand' | 'heads' | 'readStream'>;
  readonly authorise: Authorise;
  readonly clock: () => Date;
  /** A UUID v7 for each decision. */
  readonly newId: () => string;
  /** Key of the hash by which the input of a repeated command is compared. */
  readonly commandKey: string;
  /** Seals personal data; without it, commands that hold any are not recorded. */
  readonly seal?: Seal;
}

export interface CommandHandler {
  readonly handle: Handle;
  /** A thing as the log has it now, with its version (0 = does not exist). */
  readonly load: (tenant: string, kind: string, id: string) => Promise<{ readonly state: unknown; readonly version: number }>;
  /** The same, as rules and the process view read it. */
  readonly loader: (tenant: string) => Load;
}

/** The one door to the log: every decision, whoever asks, is recognised, authorised, decided and appended here. */
export function createHandler({ log, authorise, clock, newId, commandKey, seal }: Dependencies): CommandHandler {
  const states = new States(log);
  const turns = new OneAtATime();

  const handle: Handle = async (request) => {
    const command = findCommand(request.kind, request.name);
    if (!command) return { status: 'unknown-command' };
    const id = ThingId.safeParse(request.id);
    const data = command.data.safeParse(request.input);
    if (!id.success) return { status: 'invalid', issues: [{ path: 'id', message: id.error.issues[0]!.message }] };
    if (!data.success) return { status: 'invalid', issues: issuesOf(data.error) };
    const inputText = canonicalText(request.input ?? null, `the input of ${request.name}`);
    const own = streamOf(request.kind, request.id);
    const personal = toSeal(command, request.tenant, own, request.input, data.data, seal);
    if (personal && personal.sealedAlready.length > 0) return { status: 'invalid', issues: personal.sealedAlready.map(comesSealed) };
    const input: Input = { inputText, inputHash: hashOf(commandKey, request, inputText), ...(personal && { personal }) };

    return turns.run(`${request.tenant}/${own}`, async () => {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const answer = await attemptOnce(command, request, data.data, own, input);
        if (answer) return answer;
      }
      return { status: 'contended' };
    });
  };

  /** One try. Undefined where something had moved meanwhile and the decision has to be taken again. */
  async function attemptOnce(command: AnyCommand, request: Request, data: unknown, own: string, input: Input): Promise<Answer | undefined> {
    const reading = new Reading(states, request.tenant);
    const decided = await decideOn(reading, command, request, data, own);
    if ('status' in decided) return settled(decided, reading, request, input);

    const { at, policies, policyVersion, written } = decided;
    const erased = await input.personal?.seal();
    if (erased) return settled({ status: 'refused', refusal: erased }, reading, request, input);
    const decisions = written.map(({ stream, decision }): NewDecision => {
      const { type, version: shapeVersion } = decision;
      return { id: newId(), stream, type, shapeVersion, data: asDeclared(stream, decision) };
    });
    const expected: Record<string, number | 'any'> = {};
    for (const { stream, whenever } of written) expected[stream] = whenever ? 'any' : (await reading.read(stream)).version;
    const consulted: Record<string, number> = {};
    for (const [stream, { version }] of reading.versions) if (!(stream in expected)) consulted[stream] = version;

    let appended: Appended;
    try {
      appended = await log.append({
        tenant: request.tenant,
        command: { id: request.commandId, name: `${request.kind}/${request.name}`, ...recordedInput(input, request.name) },
        actor: request.actor,
        authorisation: policies,
        ...(policyVersion === undefined ? {} : { policyVersion }),
        ruleVersion: command.ruleVersion,
        occurredAt: at,
        ...(command.retroactive ? { retroactive: true } : {}),
        ...(request.causation === undefined ? {} : { causation: request.causation }),
        ...(request.correlation === undefined ? {} : { correlation: request.correlation }),
        expected,
        consulted,
        decisions,
      });
    } catch (error) {
      for (const stream of Object.keys(expected)) states.drop(request.tenant, stream);
      throw error;
    }
    return conclude(appended, reading, request, own, decisions);
  }

  /** Folds, authorises and decides; an answer without a decision where one of them says no. */
  async function decideOn(reading: Reading, command: AnyCommand, request: Request, data: unknown, own: string): Promise<Answer | Decided> {
    const { state, version } = await reading.read(own);
    if (command.creates && version > 0) return { status: 'already-exists' };
    if (!command.creates && version === 0) return { status: 'not-found' };
    if (request.ifVersion !== undefined && request.ifVersion !== version) return { status: 'stale', version };

    const by = request.actor;
    const now = (request.occurredAt === undefined ? clock() : new Date(request.occurredAt)).toISOString();
    let asked: Asked<unknown> = { id: request.id, data, by, at: now };
    let known = await command.context(state, asked, reading.load);
    const at = takesEffect(request, now, reading.latest);
    if (at !== now) {
      asked = { ...asked, at };
      known = await command.context(state, asked, reading.load);
    }
    const { allowed, policies } = authorise({
      tenant: request.tenant,
      actor: by,
      action: `${request.kind}/${request.name}`,
      kind: request.kind,
      id: request.id,
      state,
      known,
      at,
      ...(request.scopes && { scopes: request.scopes }),
      data,
    });
    if (!allowed) return { status: 'forbidden', policies };
    const outcome = command.decide(state, asked, known);
    if (isRefusal(outcome)) return { status: 'refused', refusal: outcome };
    const written = (Array.isArray(outcome) ? outcome : [outcome]).map((one: Decision | Placed) => placedOn(own, one));
    const since = command.retroactive ? command.effectiveAt?.(state, asked) : undefined;
    return { at: since ?? at, policies, policyVersion: known.policyVersion, written };
  }

  /** A no is answered only when it is no repetition of a command that was recorded, and only on states that are current. */
  async function settled(answer: Answer, reading: Reading, request: Request, { inputHash }: Input): Promise<Answer | undefined> {
    const [first, heads] = await Promise.all([
      log.findCommand(request.tenant, request.commandId),
      log.heads(request.tenant, [...reading.versions.keys()]),
    ]);
    if (first) return Buffer.compare(first.inputHash, inputHash) === 0 ? recorded('repeated', first.decisions, request) : { status: 'key-reused' };
    return (await reading.refreshMoved(heads)) ? undefined : answer;
  }

  async function conclude(
    appended: Appended,
    reading: Reading,
    request: Request,
    own: string,
    decisions: readonly NewDecision[],
  ): Promise<Answer | undefined> {
    switch (appended.status) {
      case 'appended':
        keep(request, decisions, appended.decisions);
        return recorded('recorded', appended.decisions, request);
      case 'repeated':
        return recorded('repeated', appended.decisions, request);
      case 'reused':
        return { status: 'key-reused' };
      case 'out-of-order':
        return { status: 'out-of-order', earliest: appended.earliest };
      case 'conflict': {
        await reading.refreshMoved(appended.heads);
        const head = appended.heads[own];
        return request.ifVersion !== undefined && head !== undefined && head !== request.ifVersion ? { status: 'stale', version: head } : undefined;
      }
    }
  }

  /** Moves the kept states on by what was committed, with the data as the log will give it back. */
  function keep({ tenant, actor }: Request, decisions: readonly NewDecision[], places: readonly Recorded[]): void {
    const byStream = Map.groupBy(places, ({ stream }) => stream);
    const sent = new Map(decisions.map((decision) => [decision.id, decision]));
    for (const [stream, rows] of byStream) {
      const facts = rows.map((row) => {
        const { shapeVersion, data } = sent.get(row.id)!;
        return { ...row, actor, shapeVersion, data: asStored(data) };
      });
      states.advance(tenant, stream, facts);
    }
  }

  return {
    handle,
    load: (tenant, kind, id) => states.fresh(tenant, streamOf(kind, id)),
    loader:
      (tenant) =>
      async <State>(kind: { readonly name: string }, id: string) => {
        const { state } = await states.fresh(tenant, streamOf(kind.name, id));
        return state as State;
      },
  };
}

/** A command that passed: what takes effect, when, and what allowed it. */
interface Decided {
  readonly at: string;
  readonly policies: readonly string[];
  readonly policyVersion: number | undefined;
  readonly written: readonly Placed[];
}

const issuesOf = (error: z.ZodError) => error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));

/** The data of a decision, as its type declares it. A rule that decides something else is a bug, found here: what is appended stays for ever. */
function asDeclared(stream: string, { type, data }: Decision): unknown {
  const declared = kindOf(stream).types.get(type);
  if (!declared) throw new Error(`"${type}" is no decision of ${stream}: its kind has to list it.`);
  return declared.data.parse(data);
}

const placedOn = (own: string, one: Decision | Placed): Placed => ('stream' in one ? one : { stream: own, decision: one });

/**
 * When a command takes effect: a person's and a process's not before what they rest on, since occurredAt never goes back within a stream
 * (clocks of two machines differ, and a journey may act late). An import says exactly when, and is told if that is out of order.
 */
function takesEffect({ actor }: Request, asked: string, latest: string): string {
  return actor.kind !== 'import' && latest > asked ? latest : asked;
}

/** What was asked, as canonical text, and the keyed hash by which a repetition is known. */
interface Input {
  readonly inputText: string;
  readonly inputHash: Uint8Array;
  /** What of it has to be sealed before it is recorded. */
  readonly personal?: ToSeal;
}

/** The input as it is recorded. Its hash is of what was asked, since what is sealed twice differs. */
function recordedInput({ inputText, inputHash, personal }: Input, name: string): { readonly inputText: string; readonly inputHash: Uint8Array } {
  return { inputText: personal ? canonicalText(personal.input(), `the input of ${name}`) : inputText, inputHash };
}

const comesSealed = (path: string) => ({ path, message: 'has to be given as it is: what is sealed cannot be taken over' });

function hashOf(key: string, { tenant, kind, id, name }: Request, inputText: string): Uint8Array {
  const [quotedId, quotedKind, quotedName, quotedTenant] = [id, kind, name, tenant].map((text) => JSON.stringify(text));
  return createHmac('sha256', key)
    .update(`{"id":${quotedId},"input":${inputText},"kind":${quotedKind},"name":${quotedName},"tenant":${quotedTenant}}`)
    .digest();
}

/** Data as the log gives it back: JSON has no members that are undefined, and of personal data what was sealed. What has neither is kept as it is; nobody changes it. */
const asStored = (data: unknown): unknown => (differsStored(data) ? (JSON.parse(JSON.stringify(data)) as unknown) : data);

function differsStored(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === undefined;
  return value instanceof Personal || (Array.isArray(value) ? value : Object.values(value)).some(differsStored);
}

function recorded(status: 'recorded' | 'repeated', decisions: readonly Recorded[], request: Request): Answer {
  const own = streamOf(request.kind, request.id);
  const last = decisions.findLast(({ stream }) => stream === own) ?? decisions.at(-1);
  if (!last) throw new Error(`Command ${request.commandId} was recorded without a decision.`);
  return { status, decisions, version: last.version, position: Math.max(...decisions.map(({ position }) => position)) };
}
