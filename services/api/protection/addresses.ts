import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../problems/problem.ts';

/** Text that can be looked up: PostgreSQL holds no NUL, and no half of a surrogate pair. */
const canBeLookedUp = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** What an address ends in that names files: it may be empty. */
const REST = '*';

/** Answers addresses whose ids are none, and queries that cannot be looked up, before any route does. */
export function checkAddresses(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ params, query }) => {
    for (const [name, value] of Object.entries(params ?? {})) {
      if ((value === '' && name !== REST) || !canBeLookedUp(String(value))) throw new ProblemError('route-unknown');
    }
    const wrong = Object.entries(query ?? {}).filter(([name, value]) => ![name, value].flat().every((text) => canBeLookedUp(String(text))));
    if (wrong.length === 0) return;
    const errors = wrong.map(([field]) => ({ field, message: 'holds a NUL character or half a surrogate pair: leave it out' }));
    throw new ProblemError('input-invalid', {}, { errors });
  });
}
