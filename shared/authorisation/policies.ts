import { readdirSync, readFileSync } from 'node:fs';
import { type PolicyJson, policySetTextToParts, policyToJson } from '@cedar-policy/cedar-wasm/nodejs';

/** A text in both languages. */
export interface Words {
  readonly en: string;
  readonly fr: string;
}

/** One Cedar policy, with the id that a decision will name and the words in which people are told of it. */
export interface Policy {
  readonly id: string;
  /** Of a permission: who has it, completing "This takes …". Of a ban: why, and what would have to change, in a sentence of its own. */
  readonly says: Words;
  readonly text: string;
  readonly json: PolicyJson;
}

/** A policy, schema or question that Cedar cannot take; `message` says which and why. Nothing is decided on it. */
export class PolicyError extends Error {
  readonly code = 'bad-policy';
  readonly retryable = false;
}

const folder = new URL('./policies/', import.meta.url);

/** The schema that the policies are written against. */
export const schemaText = (): string => readFileSync(new URL('./jalon.cedarschema', import.meta.url), 'utf8');

/** The policies of Jalon: every `.cedar` file of `policies/`, in order of file name. */
export function ownPolicies(): readonly Policy[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.cedar'));
  return files.sort().flatMap((name) => readPolicies(readFileSync(new URL(name, folder), 'utf8')));
}

/**
 * The policies of a Cedar text.
 * @throws {PolicyError} where the text does not parse, or a policy lacks `@id`, `@en` or `@fr`
 */
export function readPolicies(cedar: string): readonly Policy[] {
  const parts = policySetTextToParts(cedar);
  if (parts.type === 'failure') throw new PolicyError(`A policy file does not parse: ${parts.errors.map(({ message }) => message).join('; ')}.`);
  return parts.policies.map((text) => {
    const parsed = policyToJson(text);
    if (parsed.type === 'failure') throw new PolicyError(`A policy does not parse: ${parsed.errors.map(({ message }) => message).join('; ')}.`);
    const { id, en, fr } = parsed.json.annotations ?? {};
    if (!id) throw new PolicyError(`A policy has no @id("…") annotation, and decisions could not name it: ${text.slice(0, 120)}`);
    if (!en || !fr) throw new PolicyError(`The policy "${id}" lacks @en("…") or @fr("…"): say in both languages whom it lets, or why it forbids.`);
    return { id, says: { en, fr }, text, json: parsed.json };
  });
}

/** Whether the scope of a policy takes in an action. Scopes list actions by name: the schema has no groups of actions. */
export function concerns({ id, json: { action } }: Policy, name: string): boolean {
  if (action.op === 'All') return true;
  if (action.op === 'in') return ('entities' in action ? action.entities : [action.entity]).some((entity) => idOf(entity) === name);
  if ('slot' in action) throw new PolicyError(`Policy "${id}" is a template; write it out.`);
  return idOf(action.entity) === name;
}

const idOf = (entity: { type: string; id: string } | { __entity: { type: string; id: string } }): string =>
  '__entity' in entity ? entity.__entity.id : entity.id;
