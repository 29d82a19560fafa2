import { funderOf, rolesOf } from '@jalon/authorisation';
import type { CommandHandler } from '@jalon/command-handling';
import type { DecisionLog } from '@jalon/decision-log';
import { AUTHORITY, type Obliged, organisation, parseStream, programme, type Role } from '@jalon/domain';
import type { WorkItem } from '@jalon/read-models';
import type { Account } from '../identity/account.ts';

/** As what somebody can be obliged: in person, by roles, for a funder. */
export interface Standing {
  readonly obliged: Obliged[];
  /** Whether an item is theirs, by the roles that they hold in its programme. */
  readonly concerns: (item: Pick<WorkItem, 'for' | 'programme'>) => boolean;
}

/** Reads the roles of an account in the authority and in each programme of its tenant, from the log. */
export function standingWith(log: Pick<DecisionLog, 'streams'>, loader: CommandHandler['loader']): (account: Account) => Promise<Standing> {
  return async ({ tenant, actor }) => {
    const load = loader(tenant);
    const [authority, programmes] = await Promise.all([load(organisation, AUTHORITY), log.streams(tenant, `${programme.name}-`)]);
    const held = async (stream: string): Promise<[string, readonly Role[]]> => {
      const { kind, id } = parseStream(stream);
      const state = await load(programme, id);
      return [id, rolesOf({ actor, kind, id, state, known: { authority } })];
    };
    const roles = new Map(await Promise.all(Object.keys(programmes).map(held)));
    const all = [...new Set([...roles.values()].flat())];
    const funder = funderOf(actor.id, all);

    return {
      obliged: [{ person: actor.id }, ...all.map((role) => ({ role })), ...(funder === undefined ? [] : [{ funder }])],
      concerns({ for: obliged, programme: where }) {
        const here = roles.get(where) ?? [];
        if ('person' in obliged) return obliged.person === actor.id;
        return 'funder' in obliged ? funderOf(actor.id, here) === obliged.funder : here.some((role) => role === obliged.role);
      },
    };
  };
}
