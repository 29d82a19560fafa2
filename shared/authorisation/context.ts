import type { Context } from '@cedar-policy/cedar-wasm/nodejs';
import type { Question } from './question.ts';

/** What policies judge of the command's own data: the funder that a decision on a project is taken for. */
export function contextOf({ kind, data }: Question): Context {
  if (kind !== 'project' || typeof data !== 'object' || data === null) return {};
  return 'funder' in data && typeof data.funder === 'string' ? { funder: data.funder } : {};
}
