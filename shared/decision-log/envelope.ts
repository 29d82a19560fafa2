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

const members = (value: object, what: string): string => canonicalText(value, what).slice(1, -1);

/** The texts of one decision of an append; the first one also carries the command's input. `occurredAt` is in the log's form. */
export function textsOf(append: Append, occurredAt: string, decision: NewDecision, isFirst: boolean): DecisionTexts {
  const { tenant, actor, authorisation, causation, correlation, policyVersion, ruleVersion } = append;
  const { id, stream, type, shapeVersion } = decision;
  const what = `"${type}" on ${stream}`;
  const { id: commandId, name, input } = append.command;
  if (decision.data === undefined) throw new InvalidAppend(`${what} has no data: give an empty object where there is none.`);
  const data = canonicalText(isFirst ? { data: decision.data, input } : { data: decision.data }, what);
  const salt = randomFillSync(Buffer.allocUnsafe(SALT_BYTES));
  const head = { actor, authorisation, causation, command: { id: commandId, name }, correlation, dataDigest: dataDigest(salt, data), id };
  return {
    id,
    type,
    shape: shapeVersion,
    data,
    salt: salt.toString('hex'),
    before: `{${members(head, what)},"incarnation":"`,
    between: `",${members({ occurredAt, policyVersion }, what)},"position":`,
    after: `",${members({ ruleVersion, shapeVersion, stream, tenant, type }, what)},"version":`,
  };
}

/** A stored decision, read back from its two texts. */
export function readTexts(envelopeText: string, dataText: string): LoggedDecision {
  const envelope: Envelope = JSON.parse(envelopeText);
  const content: Pick<LoggedDecision, 'data' | 'input'> = JSON.parse(dataText);
  return { ...envelope, ...content, envelope: envelopeText, dataText };
}
