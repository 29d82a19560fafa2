import { type Authorise, type Explain, funderOf, type Question, stateAs, type Verdict } from '@jalon/authorisation';
import type { CommandHandler } from '@jalon/command-handling';
import { AUTHORITY, type Load, organisation, project, projectKnown } from '@jalon/domain';
import type { Clock } from '@jalon/runtime';
import type { Account } from '../identity/account.ts';
import { forbidden } from '../problems/forbidden.ts';
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
  /** Throws a problem unless the account may read the thing: 404 where there is none, in its tenant; else 403. Where an action is named, the same for it. */
  readonly mayRead: (account: Account, kind: string, id: string, action?: string) => Promise<Allows>;
  /** The thing itself, for whoever may read it and, where one is named, may take the action too. Throws as `mayRead` does. */
  readonly open: <State, Known extends Question['known']>(
    account: Account,
    seeable: Seeable<State, Known>,
    id: string,
    action?: string,
  ) => Promise<Opened<State, Known>>;
  /** The funder whose share of a project is all that the account sees of its amounts; undefined where it sees those of every funder. */
  readonly shareOf: (account: Account, id: string) => Promise<string | undefined>;
  /** The funder that the account speaks for where a thing is; undefined where it speaks for none. */
  readonly funderFor: <State, Known extends Question['known']>(
    account: Account,
    seeable: Seeable<State, Known>,
    id: string,
  ) => Promise<string | undefined>;
  /** Throws a problem unless the account may read the tenant's journal. */
  readonly mayReadJournal: (account: Account) => Promise<void>;
}

export interface Sight {
  readonly load: CommandHandler['load'];
  readonly loader: CommandHandler['loader'];
  readonly authorise: Authorise;
  readonly explain: Explain;
  readonly clock: Clock;
}

/** Who sees what rests on the log and on the policies, never on a view. */
export function seeingWith({ load, loader, authorise, explain, clock }: Sight): Seeing {
  const unknown = (kind: string, id: string) => new ProblemError('thing-unknown', { thing: `${kind} "${id}"` });
  const asking = ({ actor }: Account, id: string) => ({ id, data: undefined, by: actor, at: clock().toISOString() });
  const judging =
    ({ tenant, actor, scopes }: Account, { kind, ...rest }: Pick<Question, 'kind' | 'id' | 'state' | 'known' | 'at'>): Judge =>
    (action) =>
      authorise({ tenant, actor, ...(scopes && { scopes }), action: `${kind}/${action}`, kind, ...rest });
  const allowing =
    (judge: Judge): Allows =>
    (action) =>
      judge(action).allowed;

  /** Throws unless every one of the actions is allowed. */
  function demand({ tenant }: Account, kind: string, judge: Judge, actions: readonly string[]): void {
    for (const action of actions) {
      const { allowed, policies } = judge(action);
      if (!allowed) throw forbidden(explain, { tenant, action: `${kind}/${action}` }, policies);
    }
  }

  async function judgeOf(account: Account, kind: string, id: string): Promise<Judge | undefined> {
    const knownOf = seeableKinds[kind];
    if (!knownOf) return undefined;
    const { state, version } = await load(account.tenant, kind, id);
    if (version === 0) return undefined;
    const asked = asking(account, id);
    return judging(account, { kind, id, state, known: await knownOf(state, asked, loader(account.tenant)), at: asked.at });
  }

  return {
    async look(account, kind, id) {
      const judge = await judgeOf(account, kind, id);
      return judge && allowing(judge);
    },
    async mayRead(account, kind, id, action) {
      const judge = await judgeOf(account, kind, id);
      if (!judge) throw unknown(kind, id);
      demand(account, kind, judge, ['read', ...(action === undefined ? [] : [action])]);
      return allowing(judge);
    },
    async open(account, { kind, stateOf, knownOf }, id, action) {
      const loaded = await load(account.tenant, kind, id);
      if (loaded.version === 0) throw unknown(kind, id);
      const asked = asking(account, id);
      const state = stateOf(loaded.state);
      const known = await knownOf(state, asked, loader(account.tenant));
      const judge = judging(account, { kind, id, state, known, at: asked.at });
      demand(account, kind, judge, ['read', ...(action === undefined ? [] : [action])]);
      return { state, version: loaded.version, known, load: loader(account.tenant), allows: allowing(judge), at: asked.at };
    },
    async shareOf(account, id) {
      const { state } = await load(account.tenant, project.name, id);
      const asked = asking(account, id);
      const known = await projectKnown(stateAs(project, state), asked, loader(account.tenant));
      const question = { kind: project.name, id, state, known, at: asked.at };
      if (judging(account, question)('read-every-share').allowed) return undefined;
      return funderOf({ actor: account.actor, ...question });
    },
    async funderFor(account, { kind, stateOf, knownOf }, id) {
      const { actor, tenant } = account;
      const loaded = await load(tenant, kind, id);
      const asked = asking(account, id);
      const known = await knownOf(stateOf(loaded.state), asked, loader(tenant));
      return funderOf({ actor, kind, id, state: loaded.state, known, at: asked.at });
    },
    async mayReadJournal({ tenant, actor, scopes }) {
      const authority = await loader(tenant)(organisation, AUTHORITY);
      const action = 'journal/read';
      const at = clock().toISOString();
      const { allowed, policies } = authorise({
        tenant,
        actor,
        ...(scopes && { scopes }),
        action,
        kind: 'journal',
        id: tenant,
        state: {},
        known: { authority },
        at,
      });
      if (!allowed) throw forbidden(explain, { tenant, action }, policies);
    },
  };
}

type Judge = (action: string) => Verdict;
