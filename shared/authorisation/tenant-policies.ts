import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from '@cedar-policy/cedar-wasm/nodejs';
import { ThingId } from '@jalon/domain';
import { ownPolicies, type Policy, PolicyError, readPolicies, schemaText } from './policies.ts';

/** What tenants add to the policies of Jalon, by tenant. */
export type TenantPolicies = ReadonlyMap<string, readonly Policy[]>;

/**
 * The policies that tenants add: the `.cedar` files of `<folder>/<tenant>/`. They can only narrow: each forbids something to persons. What time brings about
 * is out of their reach, and so are imports, since a record that waits for a ban to be lifted would be a record with a hole.
 * @throws {PolicyError} naming the file, for a permission, a ban on others than persons, an id that is taken, or what the schema does not know
 */
export function readTenantPolicies(folder: string): TenantPolicies {
  if (!existsSync(folder)) throw new PolicyError(`There is no folder ${folder}: correct JALON_POLICIES_FOLDER, or leave it out.`);
  const tenants = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(tenants.map(({ name }) => [tenantOf(name, folder), policiesIn(join(folder, name))]));
}

function tenantOf(name: string, folder: string): string {
  const { success } = ThingId.safeParse(name);
  if (!success) throw new PolicyError(`${join(folder, name)} names no tenant: a folder of policies has the id of its tenant as its name.`);
  return name;
}

function policiesIn(folder: string): readonly Policy[] {
  const taken = new Set(ownPolicies().map(({ id }) => id));
  const files = readdirSync(folder).filter((name) => name.endsWith('.cedar'));
  return files.sort().flatMap((name) => {
    const file = join(folder, name);
    const policies = readPolicies(readFileSync(file, 'utf8'));
    for (const policy of policies) {
      const wrong = whatIsWrongWith(policy, taken);
      if (wrong) throw new PolicyError(`${file}: the policy "${policy.id}" ${wrong}`);
      taken.add(policy.id);
    }
    return policies;
  });
}

function whatIsWrongWith({ id, text, json: { effect, principal } }: Policy, taken: ReadonlySet<string>): string | undefined {
  if (effect !== 'forbid') return 'permits, and a tenant can only narrow: write what is forbidden.';
  if (!('entity_type' in principal) || principal.entity_type !== 'Person')
    return 'is not on persons alone: begin it with "forbid (principal is Person, …".';
  if (taken.has(id)) return 'has an id that another policy has: choose another.';
  const answer = validate({ schema: schemaText(), policies: { staticPolicies: { [id]: text } }, validationSettings: { mode: 'strict' } });
  const [error] = answer.type === 'failure' ? answer.errors : answer.validationErrors.map((found) => found.error);
  return error && `does not fit the schema: ${error.message}.`;
}
