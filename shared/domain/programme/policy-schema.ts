import { z } from 'zod';
import { Policy } from './policy.ts';
import { policyWords } from './policy-words.ts';

/** A JSON Schema as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema (draft 2020-12) of a policy document as `draft-policy` takes it: every part with its default, so that what is left out needs no
 * thought, and with words in the language asked for. What parts have to agree on between them is checked when a draft is handed in.
 */
export function policySchema(language: 'en' | 'fr' = 'en'): JsonSchema {
  const { properties = {}, ...schema } = z.toJSONSchema(Policy, { io: 'input', unrepresentable: 'throw' });
  const words = new Map(Object.entries(policyWords));
  return {
    ...schema,
    title: language === 'en' ? 'Policy of a programme' : 'Règlement du programme',
    properties: Object.fromEntries(
      Object.entries(properties).map(([part, shape]) => [
        part,
        typeof shape === 'object' ? { ...shape, description: words.get(part)?.[language] } : shape,
      ]),
    ),
  };
}
