import type { FastifyInstance } from 'fastify';
import { ProblemError } from './problems/problem.ts';

/** Escapes of characters that PostgreSQL cannot hold, as they would stand in a body: NUL and halves of surrogate pairs. */
const SUSPECT = /\\u(?:0000|d[89a-f])/i;

/** How deep a body may be nested; the deepest input of a command is less than half of it. */
const DEEPEST = 32;

/**
 * Bodies are JSON and nothing else. Keys that would reach a prototype are refused, and so is text that cannot be stored, by its field; an empty body is none.
 */
export function jsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) => {
    if (body === '') return done(null, undefined);
    if (isDeeperThan(DEEPEST, body)) return done(new ProblemError('json-malformed', { because: `it is nested deeper than ${DEEPEST} levels` }));
    parse(request, body, (error, parsed) => {
      if (error) return done(new ProblemError('json-malformed', { because: whyUnparsed(body) }));
      const field = SUSPECT.test(body) ? unstorable(parsed) : undefined;
      if (field === undefined) return done(null, parsed);
      done(new ProblemError('input-invalid', {}, { errors: [{ field, message: 'holds a NUL character or half a surrogate pair: leave it out' }] }));
    });
  });
}

const [QUOTE, ESCAPE] = ['"'.charCodeAt(0), '\\'.charCodeAt(0)];
const opening = new Set(['[', '{'].map((bracket) => bracket.charCodeAt(0)));
const closing = new Set([']', '}'].map((bracket) => bracket.charCodeAt(0)));

/** Whether brackets of a JSON text, outside of its strings, are nested deeper than so many levels. It is read before it is parsed: parsing would already cost. */
function isDeeperThan(levels: number, text: string): boolean {
  if (text.length <= levels) return false;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quoted && code === ESCAPE) at += 1;
    else if (code === QUOTE) quoted = !quoted;
    else if (quoted) continue;
    else if (closing.has(code)) depth -= 1;
    else if (opening.has(code) && ++depth > levels) return true;
  }
  return false;
}

function whyUnparsed(body: string): string {
  try {
    JSON.parse(body);
    return 'it has a key "__proto__" or "constructor.prototype"';
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be parsed';
  }
}

/** The path of a text that cannot be stored, or undefined. A body may be nested deeper than calls can be, so it is walked with a list. */
function unstorable(body: unknown): string | undefined {
  const waiting: { readonly path: string; readonly value: unknown }[] = [{ path: '', value: body }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, value } = next;
    if (typeof value === 'string' && !isStorable(value)) return path;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, member] of Object.entries(value)) {
      const below = path === '' ? key : `${path}.${key}`;
      if (!isStorable(key)) return below;
      waiting.push({ path: below, value: member });
    }
  }
  return undefined;
}

const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();
