import type { IncomingHttpHeaders } from 'node:http';
import { ProblemError } from '../problems/problem.ts';

const KEY = /^[\x21-\x7e]{8,128}$/;
const ETAG = /^"(0|[1-9]\d{0,14})"$/;
const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The key under which a command is recorded once. Required: without it nobody could repeat a request whose answer was lost. */
export function idempotencyKeyOf(headers: IncomingHttpHeaders): string {
  const key = headers['idempotency-key'];
  if (key === undefined || key === '') throw new ProblemError('idempotency-key-missing', {}, { field: 'Idempotency-Key' });
  if (typeof key !== 'string' || !KEY.test(key)) throw new ProblemError('idempotency-key-malformed', {}, { field: 'Idempotency-Key' });
  return key;
}

/** The version that the asker has seen: one strong entity tag, as a read or a decision gave it (RFC 9110 §13.1.1). */
export function ifVersionOf(headers: IncomingHttpHeaders): number | undefined {
  const match = headers['if-match'];
  if (match === undefined) return undefined;
  const version = ETAG.exec(match)?.[1];
  if (version === undefined) throw new ProblemError('if-match-malformed', {}, { field: 'If-Match' });
  return Number(version);
}

/** What joins this decision to others in logs: the trace that the request is part of (W3C Trace Context), or the request's own id. */
export function correlationOf(headers: IncomingHttpHeaders, requestId: string): string {
  const traceparent = headers.traceparent;
  return (typeof traceparent === 'string' ? TRACEPARENT.exec(traceparent)?.[1] : undefined) ?? requestId;
}

/** The id of a request: the one that the caller chose, where it is fit for logs. */
export function requestIdOf(headers: IncomingHttpHeaders, newId: () => string): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && KEY.test(given) ? given : newId();
}
