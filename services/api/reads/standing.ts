import { type Asker, funderOf, rolesOf } from '@jalon/authorisation';
import type { CommandHandler } from '@jalon/command-handling';
import type { DecisionLog } from '@jalon/decision-log';
import { AUTHORITY, call, type Obliged, organisation, parseStream, programme, type Role } from '@jalon/domain';
import type { WorkItem } from '@jalon/read-models';
import type { Clock } from '@jalon/runtime';
import type { Account } from '../identity/account.ts';

/** As what somebody can be obliged: in person, by roles, for a funder. */
export interface Standing {
  readonly obliged: Obliged[];
  /** Whether an item is theirs, by the roles that they hold in its programme. */
  readonly concerns: (item: Pick<WorkItem, 'for' | 'programme'>) => boolean;
}

/** What somebody is in one programme, or in any of its calls: on which of its things that counts is judged thing by thing. */
interface Here {
  readonly roles: readonly Role[];
  readonly funder: string | undefined;
}
const nothing: Here = { roles: [], funder: undefined };

/** Reads the roles of an account in the authority, in each programme and in each call of its tenant, from the log. */
export function standingWith(
  log: Pick<DecisionLog, 'streams'>,
  loader: CommandHandler['loader'],
  clock: Clock,
): (account: Account) => Promise<Standing> {
  return async ({ tenant, actor }) => {
    const load = loader(tenant);
    const at = clock().toISOString();
    const [authority, programmes, calls] = await Promise.all([
      load(organisation, AUTHORITY),
      log.streams(tenant, `${programme.name}-`),
      log.streams(tenant, `${call.name}-`),
    ]);
    const inProgramme = async (stream: string): Promise<[string, Here]> => {
      const { kind, id } = parseStream(stream);
      const asker: Asker = { actor, kind, id, state: await load(programme, id), known: { authority }, at };
      return [id, { roles: rolesOf(asker), funder: funderOf(asker) }];
    };
    const inCall = async (stream: string): Promise<[string, readonly Role[]]> => {
      const { kind, id } = parseStream(stream);
      const state = await load(call, id);
      return [state.terms.programme, rolesOf({ actor, kind, id, state, known: { authority }, at })];
    };
    const places = new Map(await Promise.all(Object.keys(programmes).map(inProgramme)));
    for (const [where, roles] of await Promise.all(Object.keys(calls).map(inCall))) {
      const here = places.get(where) ?? nothing;
      places.set(where, { ...here, roles: [...new Set([...here.roles, ...roles])] });
    }
    const all = [...places.values()];
    const roles = new Set(all.flatMap((here) => here.roles));
    const funders = new Set(all.flatMap(({ funder }) => funder ?? []));

    return {
      obliged: [{ person: actor.id }, ...[...roles].map((role) => ({ role })), ...[...funders].map((funder) => ({ funder }))],
      concerns({ for: obliged, programme: where }) {
        const here = places.get(where) ?? nothing;
        if ('person' in obliged) return obliged.person === actor.id;
        return 'funder' in obliged ? here.funder === obliged.funder : here.roles.some((role) => role === obliged.role);
      },
    };
  };
}
