import type { CommandHandler } from '@jalon/command-handling';
import type { DecisionLog } from '@jalon/decision-log';
import { AUTHORITY, holds, organisation, parseStream, programme, type Roles } from '@jalon/domain';

/** Whether a person is an auditor, in the authority or in any programme of the tenant. */
export type IsAuditor = (tenant: string, person: string) => Promise<boolean>;

/** Reads roles from the log as it is now; those of programmes are gathered again only when one of them has moved. */
export function auditorsOf(log: Pick<DecisionLog, 'streams'>, loader: CommandHandler['loader']): IsAuditor {
  const gathered = new Map<string, { readonly at: string; readonly roles: readonly Roles[] }>();
  return async (tenant, person) => {
    const load = loader(tenant);
    const [authority, streams] = await Promise.all([load(organisation, AUTHORITY), log.streams(tenant, `${programme.name}-`)]);
    if (holds(authority.roles, person, 'auditor')) return true;
    const at = JSON.stringify(streams);
    let known = gathered.get(tenant);
    if (known?.at !== at) {
      const all = await Promise.all(Object.keys(streams).map((stream) => load(programme, parseStream(stream).id)));
      known = { at, roles: all.map(({ roles }) => roles) };
      gathered.set(tenant, known);
    }
    return known.roles.some((roles) => holds(roles, person, 'auditor'));
  };
}
