import type { FastifyInstance } from 'fastify';
import { ProblemError } from './problems/problem.ts';

/** Escapes of characters that PostgreSQL cannot hold, as they would stand in a body: NUL and halves of surrogate pairs. */
const SUSPECT = /\\u(?:0000|d[89a-f])/i;

/**
 * Bodies are JSON and nothing else. Keys that would reach a prototype are refused, and so is text that cannot be stored, by its field; an empty body is none.
 */
export function jsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) => {
    if (body === '') return done(null, undefined);
    parse(request, body, (error, parsed) => {
      if (error) return done(new ProblemError('json-malformed', { because: whyUnparsed(body) }));
      const field = SUSPECT.test(body) ? unstorable(parsed) : undefined;
      if (field === undefined) return done(null, parsed);
      done(new ProblemError('input-invalid', {}, { errors: [{ field, message: 'holds a NUL character or half a surrogate pair: leave it out' }] }));
    });
  });
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
