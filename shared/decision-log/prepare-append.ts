import { type DecisionTexts, textsOf } from './envelope.ts';
import { DecisionTooLarge, InvalidAppend } from './errors.ts';
import type { Append } from './port.ts';

/** The most that one decision may hold, and one command in all its decisions, in bytes of UTF-8. What is larger belongs in an attachment. */
export const MAX_DECISION_BYTES = 1_000_000;
export const MAX_APPEND_BYTES = 4_000_000;

/** An append that was checked and written out, before it is sent. */
export interface Prepared {
  readonly append: Append;
  readonly occurredAt: string;
  readonly inputHash: string;
  readonly decisions: readonly DecisionTexts[];
  readonly bytes: number;
}

/** Any text without control characters or lone surrogates: what both an index of PostgreSQL and a log line can hold. */
const plain = /^[^\p{Cc}\p{Cs}]{1,500}$/u;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const HASH_BYTES = 32;

/**
 * An instant in the one form that the log writes: UTC, milliseconds.
 * Throws InvalidAppend for what is no ISO 8601 instant with an offset.
 */
export function toInstant(text: string): string {
  const date = new Date(text);
  if (!instant.test(text) || Number.isNaN(date.getTime()))
    throw new InvalidAppend(`"${text}" is no instant: expected one such as 2027-03-01T09:30:00Z.`);
  return date.toISOString();
}

function demand(holds: boolean, message: string): void {
  if (!holds) throw new InvalidAppend(message);
}

/** A version as it stands in `streams`: a whole number from 0. */
const isVersion = (version: number): boolean => Number.isInteger(version) && version >= 0 && version < 2 ** 31;

function check({
  tenant,
  command,
  actor,
  authorisation,
  causation,
  correlation,
  policyVersion,
  ruleVersion,
  expected,
  consulted,
  decisions,
}: Append): void {
  demand(plain.test(tenant), `"${tenant}" is no name of a tenant.`);
  const told = [command.name, actor.id, ...authorisation, causation ?? '', correlation ?? ''];
  demand(
    told.every((text) => text.isWellFormed()),
    `${command.id} names somebody or something with half a surrogate pair, which cannot be written.`,
  );
  demand(isVersion(ruleVersion) && isVersion(policyVersion ?? 0), `${command.id} names no version of its rule or policy: expected whole numbers.`);
  demand(plain.test(command.id), `"${command.id}" is no id of a command: expected up to 500 characters, none of them a control character.`);
  demand(
    command.inputHash.byteLength === HASH_BYTES,
    `The input hash of ${command.id} has ${command.inputHash.byteLength} bytes: expected ${HASH_BYTES}.`,
  );
  demand(decisions.length > 0, `${command.id} holds no decision: a command that decides nothing is not recorded.`);
  for (const [stream, version] of [...Object.entries(expected), ...Object.entries(consulted)]) {
    demand(plain.test(stream), `"${stream}" is no name of a stream.`);
    demand(version === 'any' || isVersion(version), `${version} is no version of ${stream}.`);
    demand(
      !(Object.hasOwn(expected, stream) && Object.hasOwn(consulted, stream)),
      `${stream} is both written and consulted: name it once, under expected.`,
    );
  }
  const ids = new Set<string>();
  for (const { id, stream, type, shapeVersion } of decisions) {
    demand(Object.hasOwn(expected, stream), `A decision is for ${stream}, but no version of it is expected: say which, or 'any'.`);
    demand(uuid.test(id) && !ids.has(id), `"${id}" is no id of a decision: expected a UUID in lower case, once.`);
    demand(plain.test(type) && isVersion(shapeVersion), `"${type}" in shape ${shapeVersion} is no type of decision.`);
    ids.add(id);
  }
}

/** Checks an append and writes its texts. Throws InvalidAppend or DecisionTooLarge; nothing was sent then. */
export function prepare(append: Append): Prepared {
  check(append);
  const occurredAt = toInstant(append.occurredAt);
  const decisions = append.decisions.map((decision, index) => textsOf(append, occurredAt, decision, index === 0));
  let bytes = 0;
  for (const { type, data, before, between, after } of decisions) {
    const size = Buffer.byteLength(data);
    if (size > MAX_DECISION_BYTES)
      throw new DecisionTooLarge(`"${type}" holds ${size} bytes: at most ${MAX_DECISION_BYTES} can be recorded with a decision.`);
    bytes += size + before.length + between.length + after.length;
  }
  if (bytes > MAX_APPEND_BYTES) {
    throw new DecisionTooLarge(`${append.command.name} decides ${bytes} bytes at once: at most ${MAX_APPEND_BYTES} can be recorded with a command.`);
  }
  return { append, occurredAt, inputHash: Buffer.from(append.command.inputHash).toString('hex'), decisions, bytes };
}
