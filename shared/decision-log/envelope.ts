import { hash, randomFillSync } from 'node:crypto';
import canonicalize from 'canonicalize';
import { InvalidAppend } from './errors.ts';
import type { Append, LoggedDecision, NewDecision } from './port.ts';

/**
 * What the seal attests of a decision, as canonical text (RFC 8785):
 * actor, authorisation, causation?, command, correlation?, dataDigest, id, incarnation, occurredAt, policyVersion?, position, recordedAt, ruleVersion,
 * shapeVersion, stream, tenant, type, version. Instants are ISO 8601 in UTC with milliseconds.
 */
export type Envelope = Omit<LoggedDecision, 'data' | 'input' | 'envelope' | 'dataText'>;

/** A decision as it is handed to the SQL function: its texts, with the envelope open where only the log knows what comes. */
export interface DecisionTexts {
  readonly id: string;
  readonly type: string;
  readonly shape: number;
  readonly data: string;
  readonly salt: string;
  /** Up to the incarnation; from there to the position; after `recordedAt`, to the version. */
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

const SALT_BYTES = 16;

/** Salts are drawn from a pool that is filled for many at once: the system's generator costs the same for sixteen bytes as for thousands. */
const pool = Buffer.allocUnsafe(512 * SALT_BYTES);
let drawn = pool.length;

function newSalt(): Buffer {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  drawn += SALT_BYTES;
  return Buffer.from(pool.subarray(drawn - SALT_BYTES, drawn));
}

/** `sha256:<hex>` of salt ‖ data text. The salt keeps short data from being guessed from its digest. */
export function dataDigest(salt: Uint8Array, dataText: string): string {
  return `sha256:${hash('sha256', Buffer.concat([salt, Buffer.from(dataText)]), 'hex')}`;
}

/** Canonical text (RFC 8785) of a value, named `what` in errors. Throws InvalidAppend for what JSON cannot hold: lone surrogates, NaN, infinities, cycles, bigints. */
export function canonicalText(value: unknown, what: string): string {
  try {
    const text = canonicalize(value);
    if (text !== undefined) return text;
  } catch (error) {
    throw new InvalidAppend(`${what} cannot be written as JSON: ${error instanceof Error ? error.message : error}.`, { cause: error });
  }
  throw new InvalidAppend(`${what} cannot be written as JSON: it is ${typeof value}.`);
}

/**
 * The members of an object as canonical text. It is written here with its keys in canonical order, and holds text that was checked and whole numbers only:
 * of those JSON.stringify makes what RFC 8785 asks for, at a fraction of the cost.
 */
const members = (inOrder: object): string => JSON.stringify(inOrder).slice(1, -1);

/** The texts of one decision of an append; the first one also carries the command's input. `occurredAt` is in the log's form. */
export function textsOf(append: Append, occurredAt: string, decision: NewDecision, isFirst: boolean): DecisionTexts {
  const { tenant, actor, authorisation, causation, correlation, policyVersion, ruleVersion } = append;
  const { id, stream, type, shapeVersion } = decision;
  const what = `"${type}" on ${stream}`;
  const { id: commandId, name, inputText } = append.command;
  if (decision.data === undefined) throw new InvalidAppend(`${what} has no data: give an empty object where there is none.`);
  const own = canonicalText(decision.data, what);
  const data = isFirst ? `{"data":${own},"input":${inputText}}` : `{"data":${own}}`;
  const salt = newSalt();
  const by = { id: actor.id, kind: actor.kind };
  const head = { actor: by, authorisation, causation, command: { id: commandId, name }, correlation, dataDigest: dataDigest(salt, data), id };
  return {
    id,
    type,
    shape: shapeVersion,
    data,
    salt: salt.toString('hex'),
    before: `{${members(head)},"incarnation":"`,
    between: `",${members({ occurredAt, policyVersion })},"position":`,
    after: `",${members({ ruleVersion, shapeVersion, stream, tenant, type })},"version":`,
  };
}

/** A stored decision, read back from its two texts. */
export function readTexts(envelopeText: string, dataText: string): LoggedDecision {
  const envelope: Envelope = JSON.parse(envelopeText);
  const content: Pick<LoggedDecision, 'data' | 'input'> = JSON.parse(dataText);
  return { ...envelope, ...content, envelope: envelopeText, dataText };
}
