import type { Authorise, Question } from '@jalon/authorisation';
import type { CommandHandler } from '@jalon/command-handling';
import { AUTHORITY, type Load, organisation } from '@jalon/domain';
import type { Clock } from '@jalon/runtime';
import type { Account } from '../identity/account.ts';
import { ProblemError } from '../problems/problem.ts';
import { type Seeable, seeableKinds } from './seeable.ts';

/** Whether an account may do something to one thing that exists, as the log has it now. */
export type Allows = (action: string) => boolean;

/** A thing as the log has it now, for whoever may read it. */
export interface Opened<State, Known> {
  readonly state: State;
  readonly version: number;
  readonly known: Known;
  readonly load: Load;
  readonly allows: Allows;
  /** The present instant (ISO 8601). */
  readonly at: string;
}

export interface Seeing {
  /** What an account may do to a thing; undefined where the tenant has no such thing, or nobody may read its kind. */
  readonly look: (account: Account, kind: string, id: string) => Promise<Allows | undefined>;
  /** Throws a problem unless the account may read the thing: 404 where there is none, in its tenant; else 403. */
  readonly mayRead: (account: Account, kind: string, id: string) => Promise<Allows>;
  /** The thing itself, for whoever may read it and, where one is named, may take the action too. Throws as `mayRead` does. */
  readonly open: <State, Known extends Question['known']>(
    account: Account,
    seeable: Seeable<State, Known>,
    id: string,
    action?: string,
  ) => Promise<Opened<State, Known>>;
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
  const unknown = (kind: string, id: string) => new ProblemError('thing-unknown', { thing: `${kind} "${id}"` });
  const asking = ({ actor }: Account, id: string) => ({ id, data: undefined, by: actor, at: clock().toISOString() });
  const allowing =
    ({ tenant, actor }: Account, { kind, ...rest }: Pick<Question, 'kind' | 'id' | 'state' | 'known'>): Allows =>
    (action) =>
      authorise({ tenant, actor, action: `${kind}/${action}`, kind, ...rest }).allowed;

  async function look(account: Account, kind: string, id: string): Promise<Allows | undefined> {
    const knownOf = seeableKinds[kind];
    if (!knownOf) return undefined;
    const { state, version } = await load(account.tenant, kind, id);
    if (version === 0) return undefined;
    return allowing(account, { kind, id, state, known: await knownOf(state, asking(account, id), loader(account.tenant)) });
  }

  return {
    look,
    async mayRead(account, kind, id) {
      const allows = await look(account, kind, id);
      if (!allows) throw unknown(kind, id);
      if (!allows('read')) throw new ProblemError('forbidden');
      return allows;
    },
    async open(account, { kind, stateOf, knownOf }, id, action) {
      const loaded = await load(account.tenant, kind, id);
      if (loaded.version === 0) throw unknown(kind, id);
      const asked = asking(account, id);
      const state = stateOf(loaded.state);
      const known = await knownOf(state, asked, loader(account.tenant));
      const allows = allowing(account, { kind, id, state, known });
      if (!allows('read') || (action !== undefined && !allows(action))) throw new ProblemError('forbidden');
      return { state, version: loaded.version, known, load: loader(account.tenant), allows, at: asked.at };
    },
    async mayReadJournal({ tenant, actor }) {
      const authority = await loader(tenant)(organisation, AUTHORITY);
      const { allowed } = authorise({ tenant, actor, action: 'journal/read', kind: 'journal', id: tenant, state: {}, known: { authority } });
      if (!allowed) throw new ProblemError('forbidden');
    },
  };
}
