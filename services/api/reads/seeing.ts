import { type Authorise, type Question, stateAs } from '@jalon/authorisation';
import type { CommandHandler } from '@jalon/command-handling';
import { AUTHORITY, call, callKnown, type Load, organisation, project, projectKnown } from '@jalon/domain';
import type { Clock } from '@jalon/runtime';
import type { Account } from '../identity/account.ts';
import { ProblemError } from '../problems/problem.ts';

/** Whether an account may do something to one thing that exists, as the log has it now. */
export type Allows = (action: string) => boolean;

export interface Seeing {
  /** What an account may do to a thing; undefined where the tenant has no such thing. */
  readonly look: (account: Account, kind: 'project' | 'call', id: string) => Promise<Allows | undefined>;
  /** Throws a problem unless the account may read the thing: 404 where there is none, in its tenant; else 403. */
  readonly mayRead: (account: Account, kind: 'project' | 'call', id: string) => Promise<Allows>;
  /** Throws a problem unless the account may read the tenant's journal. */
  readonly mayReadJournal: (account: Account) => Promise<void>;
}

export interface Sight {
  readonly load: CommandHandler['load'];
  readonly loader: CommandHandler['loader'];
  readonly authorise: Authorise;
  readonly clock: Clock;
}

/** Who sees what rests on the log and on the policies, never on a view. */
export function seeingWith({ load, loader, authorise, clock }: Sight): Seeing {
  async function look({ tenant, actor }: Account, kind: 'project' | 'call', id: string): Promise<Allows | undefined> {
    const { state, version } = await load(tenant, kind, id);
    if (version === 0) return undefined;
    const asked = { id, data: undefined, by: actor, at: clock().toISOString() };
    const known = await knownOf(kind, state, asked, loader(tenant));
    return (action) => authorise({ tenant, actor, action: `${kind}/${action}`, kind, id, state, known }).allowed;
  }

  return {
    look,
    async mayRead(account, kind, id) {
      const allows = await look(account, kind, id);
      if (!allows) throw new ProblemError('thing-unknown', { thing: `${kind} "${id}"` });
      if (!allows('read')) throw new ProblemError('forbidden');
      return allows;
    },
    async mayReadJournal({ tenant, actor }) {
      const authority = await loader(tenant)(organisation, AUTHORITY);
      const { allowed } = authorise({ tenant, actor, action: 'journal/read', kind: 'journal', id: tenant, state: {}, known: { authority } });
      if (!allowed) throw new ProblemError('forbidden');
    },
  };
}

const knownOf = (kind: 'project' | 'call', state: unknown, asked: Parameters<typeof callKnown>[1], load: Load): Promise<Question['known']> =>
  kind === 'project' ? projectKnown(stateAs(project, state), asked, load) : callKnown(stateAs(call, state), asked, load);
