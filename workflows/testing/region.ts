import { randomUUID } from 'node:crypto';
import { authoriser } from '@jalon/authorisation';
import { type Answer, type CommandHandler, createHandler, type Request } from '@jalon/command-handling';
import { type Actor, parseStream } from '@jalon/domain';
import { samples } from '@jalon/domain/testing';
import { newId } from '@jalon/runtime';
import type { FreshLog } from '@jalon/testing';

/** Who does what, beside the administrator. */
const people = [
  ['alma', 'administrator'],
  ['ana', 'reviewer'],
  ['bob', 'reviewer'],
  ['carl', 'committee-chair'],
  ['hanna', 'project-holder'],
  ['funder-region', 'funder'],
  ['funder-esf', 'funder'],
] as const;

export const COMMAND_KEY = 'a key for tests only';

/** A region that runs a programme on a log of its own: people ask, and what was decided can be read back. */
export class Region {
  readonly fresh: FreshLog;
  readonly door: CommandHandler;
  /** A name of its own, so that many regions can share a Temporal server. */
  readonly tenant = `region-${randomUUID()}`;
  #asked = 0;

  constructor(fresh: FreshLog) {
    this.fresh = fresh;
    const { log, clock } = fresh;
    this.door = createHandler({ log, authorise: authoriser(), clock, newId, commandKey: COMMAND_KEY });
  }

  /** Asks `project/repair/submit-application` as a person. Throws unless it is recorded. */
  async ask(person: string, path: string, input: unknown = {}): Promise<Extract<Answer, { status: 'recorded' | 'repeated' }>> {
    return this.#recorded({ kind: 'person', id: person }, path, input);
  }

  /** The same from earlier records, as of an instant. */
  async record(
    occurredAt: string,
    path: string,
    input: unknown = {},
    of = 'operator',
  ): Promise<Extract<Answer, { status: 'recorded' | 'repeated' }>> {
    return this.#recorded({ kind: 'import', id: of }, path, input, occurredAt);
  }

  async #recorded(actor: Actor, path: string, input: unknown, occurredAt?: string): Promise<Extract<Answer, { status: 'recorded' | 'repeated' }>> {
    const [kind, id, name] = path.split('/') as [string, string, string];
    this.#asked += 1;
    const request: Request = { tenant: this.tenant, kind, id, name, input, actor, commandId: `${actor.kind}:${actor.id}:${this.#asked}` };
    const answer = await this.door.handle({ ...request, ...(occurredAt && { occurredAt }) });
    if (answer.status === 'recorded' || answer.status === 'repeated') return answer;
    throw new Error(`${path} was not recorded for ${actor.id}: ${JSON.stringify(answer)}`);
  }

  /** The decisions on a stream, oldest first: what, when it took effect (day), and who. */
  async history(stream: string): Promise<readonly Happening[]> {
    const decisions = await this.fresh.log.readStream(this.tenant, stream);
    return decisions.map(({ type, occurredAt, actor, data }) => ({ type, at: occurredAt, by: actor.kind, data: data as Happening['data'] }));
  }

  /** What the process did on a stream. */
  async doneByProcess(stream: string): Promise<readonly Happening[]> {
    return (await this.history(stream)).filter(({ by }) => by === 'process');
  }

  async version(stream: string): Promise<number> {
    const { kind, id } = parseStream(stream);
    return (await this.door.load(this.tenant, kind, id)).version;
  }

  /** A programme with two funders, its people, and the policy by default. */
  async founded(at: string): Promise<void> {
    const name = { fr: 'Rupture', en: 'Breakthrough' };
    await this.record(at, 'organisation/authority/register-organisation', { name, administrator: 'administrator' });
    for (const [person, role] of people) await this.record(at, 'organisation/authority/grant-role', { person, role });
    await this.record(at, 'programme/breakthrough/create-programme', { name, demonstration: true });
    await this.record(at, 'programme/breakthrough/add-funder', { funder: 'region', name, kind: 'region', notify: {} });
    await this.record(at, 'programme/breakthrough/add-funder', { funder: 'esf', name, kind: 'european', notify: {} });
  }

  /** A call of that programme, published. */
  async called(
    at: string,
    days: { readonly opensOn: string; readonly closesOn: string; readonly selectionOn: string },
    id = 'spring',
  ): Promise<void> {
    await this.record(at, `call/${id}/draft-call`, { ...samples.terms, envelope: [...samples.envelope], ...days });
    await this.record(at, `call/${id}/publish-call`);
  }

  /** An application to it by Hanna, handed in. */
  async applied(at: string, id = 'repair', call = 'spring'): Promise<void> {
    const { content } = samples;
    await this.record(at, `project/${id}/start-application`, { call }, 'hanna');
    await this.record(at, `project/${id}/revise-application`, content, 'hanna');
    await this.record(at, `project/${id}/submit-application`, {}, 'hanna');
  }
}

/** One decision, as a test reads it. */
export interface Happening {
  readonly type: string;
  readonly at: string;
  readonly by: string;
  readonly data: Readonly<Record<string, unknown>>;
}
