import { createHash } from 'node:crypto';
import { type Context, type EntityJson, type PolicyJson, preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { consultedBy, only } from './consulted.ts';
import { contextOf } from './context.ts';
import { concerns, ownPolicies, type Policy, PolicyError } from './policies.ts';
import { principalOf } from './principal.ts';
import type { Authorise, Question, Verdict } from './question.ts';
import { Remembered } from './remembered.ts';
import { resourceOf } from './resource.ts';
import type { TenantPolicies } from './tenant-policies.ts';

/** How many judgements are remembered. */
const MOST = 10_000;

/**
 * Judges by Cedar policies, deny by default. Each action has a prepared set of the policies that speak of it, made when it is first asked for. A judgement
 * rests on nothing but what Cedar is shown, so one on the same is remembered.
 * A tenant that has policies of its own is judged by them as well.
 * @throws {PolicyError} when two policies share an id; when asked, where a policy cannot be evaluated: a ban that errs must not become a permission
 */
export function authoriser(policies: readonly Policy[] = ownPolicies(), ofTenants: TenantPolicies = new Map()): Authorise {
  const setsOf = (all: readonly Policy[]) => ({ all, fingerprint: fingerprintOf(all), sets: new Map<string, Prepared | undefined>() });
  const common = setsOf(policies);
  const own = new Map([...ofTenants].map(([tenant, added]) => [tenant, setsOf([...policies, ...added])]));

  /** The prepared set for an action; undefined where no policy speaks of it. */
  function setFor({ tenant, action }: Question): Prepared | undefined {
    const { all, fingerprint, sets } = own.get(tenant) ?? common;
    if (!sets.has(action)) sets.set(action, prepare(fingerprint, action, all));
    return sets.get(action);
  }

  const judged = new Remembered<Verdict>(MOST);
  return (question) => {
    const set = setFor(question);
    if (set === undefined) return { allowed: false, policies: [] };
    const shown = shownTo(set, question);
    return judged.of(JSON.stringify([set.name, shown]), () => judge(question.action, set.name, shown));
  };
}

/** The policies on one action, as Cedar keeps them. */
interface Prepared {
  readonly name: string;
  /** The attributes that they ask for. */
  readonly consulted: ReadonlySet<string>;
}

interface Shown {
  readonly principal: EntityJson;
  readonly resource: EntityJson;
  readonly context: Context;
}

function shownTo({ consulted }: Prepared, question: Question): Shown {
  const [principal, resource] = [principalOf(question), resourceOf(question)];
  return {
    principal: { ...principal, attrs: only(consulted, principal.attrs) },
    resource: { ...resource, attrs: only(consulted, resource.attrs) },
    context: contextOf(question),
  };
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

function prepare(fingerprint: string, action: string, policies: readonly Policy[]): Prepared | undefined {
  const speaking = policies.filter((policy) => concerns(policy, action));
  if (speaking.length === 0) return undefined;
  const name = `${fingerprint}/${action}`;
  const parsed = preparsePolicySet(name, { staticPolicies: Object.fromEntries(speaking.map((policy) => [policy.id, onAlone(policy, action)])) });
  if (parsed.type === 'failure') throw new PolicyError(`The policies on "${action}" do not parse: ${messagesOf(parsed.errors)}.`);
  return { name, consulted: consultedBy(speaking.map(({ json }) => json)) };
}

/** A policy that speaks of the action, as one on this action alone: Cedar looks through a list of a hundred actions each time it is asked. */
const onAlone = ({ json }: Policy, action: string): PolicyJson => ({ ...json, action: { op: '==', entity: { type: 'Action', id: action } } });

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
