import { createHash } from 'node:crypto';
import { type Context, type EntityJson, preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { contextOf } from './context.ts';
import { concerns, ownPolicies, type Policy, PolicyError } from './policies.ts';
import { principalOf } from './principal.ts';
import type { Authorise, Verdict } from './question.ts';
import { Remembered } from './remembered.ts';
import { resourceOf } from './resource.ts';

/** How many judgements are remembered. */
const MOST = 10_000;

/**
 * Judges by Cedar policies, deny by default. Each action has a prepared set of the policies that speak of it, made when it is first asked for. A judgement
 * rests on nothing but what Cedar is shown, so one on the same is remembered.
 * @throws {PolicyError} when two policies share an id; when asked, where a policy cannot be evaluated: a ban that errs must not become a permission
 */
export function authoriser(policies: readonly Policy[] = ownPolicies()): Authorise {
  const sets = new Map<string, string | undefined>();
  const fingerprint = fingerprintOf(policies);

  /** The name of the prepared set for an action; undefined where no policy speaks of it. */
  function setFor(action: string): string | undefined {
    if (!sets.has(action)) sets.set(action, prepare(fingerprint, action, policies));
    return sets.get(action);
  }

  const judged = new Remembered<Verdict>(MOST);
  return (question) => {
    const set = setFor(question.action);
    if (set === undefined) return { allowed: false, policies: [] };
    const shown = { principal: principalOf(question), resource: resourceOf(question), context: contextOf(question) };
    return judged.of(JSON.stringify([set, shown]), () => judge(question.action, set, shown));
  };
}

interface Shown {
  readonly principal: EntityJson;
  readonly resource: EntityJson;
  readonly context: Context;
}

function judge(action: string, set: string, { principal, resource, context }: Shown): Verdict {
  const answer = statefulIsAuthorized({
    principal: principal.uid,
    action: { type: 'Action', id: action },
    resource: resource.uid,
    context,
    preparsedPolicySetId: set,
    entities: [principal, resource],
  });
  if (answer.type === 'failure') throw new PolicyError(`"${action}" could not be judged: ${messagesOf(answer.errors)}.`);
  const { decision, diagnostics } = answer.response;
  const [failed] = diagnostics.errors;
  if (failed) throw new PolicyError(`Policy "${failed.policyId}" failed on "${action}": ${failed.error.message}.`);
  return { allowed: decision === 'allow', policies: diagnostics.reason };
}

function prepare(fingerprint: string, action: string, policies: readonly Policy[]): string | undefined {
  const speaking = policies.filter((policy) => concerns(policy, action));
  if (speaking.length === 0) return undefined;
  const name = `${fingerprint}/${action}`;
  const parsed = preparsePolicySet(name, { staticPolicies: Object.fromEntries(speaking.map(({ id, text }) => [id, text])) });
  if (parsed.type === 'failure') throw new PolicyError(`The policies on "${action}" do not parse: ${messagesOf(parsed.errors)}.`);
  return name;
}

/** Prepared sets live in Cedar by name for the whole process: the name says which policies they hold. */
function fingerprintOf(policies: readonly Policy[]): string {
  const seen = new Set<string>();
  const hash = createHash('sha256');
  for (const { id, text } of policies) {
    if (seen.has(id)) throw new PolicyError(`Two policies have the id "${id}": rename one.`);
    seen.add(id);
    hash.update(`${id}\0${text}\0`);
  }
  return hash.digest('hex');
}

const messagesOf = (errors: readonly { readonly message: string }[]): string => errors.map(({ message }) => message).join('; ');
