import type { Actor } from '../../kernel/actor.ts';
import type { ProjectStage } from '../../project/stage.ts';
import type { Trace } from './holds.ts';

/** A decision of the log, as far as traces need it. */
export interface Seen {
  readonly stream: string;
  readonly type: string;
  readonly actor: Actor;
  readonly occurredAt: string;
  readonly data: unknown;
}

/** What was seen of one thing: whether the person has a part in it, and what its periods count from. */
interface Thing {
  concerns: boolean;
  lastOn: string;
  awarded: boolean;
  lastPaidOn?: string;
}

/** Decisions by which money went out. */
const paying: ReadonlySet<string> = new Set(['tranche-released', 'payment-recorded']);
/** Acts on an organisation that a hold rests on, by whoever did them. */
const onOrganisations: Readonly<Record<string, Trace['hold']>> = {
  'aid-declared': 'de-minimis',
  'account-registered': 'archives',
  'account-confirmed': 'archives',
  'erasure-answered': 'archives',
};
/** A project that is no more than a draft, or a public case, holds nobody. */
const holdless: ReadonlySet<ProjectStage> = new Set<ProjectStage>(['none', 'draft', 'case-study']);
const over: ReadonlySet<ProjectStage> = new Set<ProjectStage>(['ineligible', 'not-selected', 'refused', 'ended']);

const dayIn = (instant: string): string => instant.slice(0, 10);
const kindOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));

/** What a person left in a log: hand it every decision in order, then ask for the traces. */
export class Traces {
  readonly #person: string;
  readonly #things = new Map<string, Thing>();
  readonly #acts: Trace[] = [];
  /** Powers to sign, by organisation: the last day, or undefined while it lasts. */
  readonly #mandates = new Map<string, string | undefined>();
  #named = false;

  constructor(person: string) {
    this.#person = person;
  }

  /** Whether the log speaks of the person at all. */
  get isNamed(): boolean {
    return this.#named;
  }

  see(seen: Seen): void {
    const { stream, type, occurredAt, data } = seen;
    const acted = seen.actor.id === this.#person;
    const concerns = acted || mentions(data, this.#person);
    this.#named ||= concerns;
    const kind = kindOf(stream);
    if (kind === 'project') this.#seeProject(seen, concerns);
    else if (kind === 'organisation') this.#seeOrganisation(seen, acted);
    else if ((kind === 'sitting' && concerns) || acted) this.#acts.push({ hold: 'archives', thing: stream, from: dayIn(occurredAt) });
    if (type === 'signatory-ended' || type === 'signatory-named') this.#seeMandate(stream, data);
  }

  #seeProject({ stream, type, occurredAt }: Seen, concerns: boolean): void {
    const thing = this.#things.get(stream) ?? { concerns: false, lastOn: '', awarded: false };
    this.#things.set(stream, thing);
    thing.concerns ||= concerns;
    thing.awarded ||= type === 'grant-awarded';
    thing.lastOn = dayIn(occurredAt) > thing.lastOn ? dayIn(occurredAt) : thing.lastOn;
    if (paying.has(type)) thing.lastPaidOn = dayIn(occurredAt);
  }

  #seeOrganisation({ stream, type, occurredAt }: Seen, acted: boolean): void {
    const hold = onOrganisations[type];
    if (acted && hold) this.#acts.push({ hold, thing: stream, from: dayIn(occurredAt) });
  }

  #seeMandate(stream: string, data: unknown): void {
    if (typeof data !== 'object' || data === null || !('person' in data) || data.person !== this.#person) return;
    this.#mandates.set(stream, 'until' in data && typeof data.until === 'string' ? data.until : undefined);
  }

  /** The projects whose stage decides what holds. */
  get projects(): readonly string[] {
    return [...this.#things].filter(([, { concerns }]) => concerns).map(([stream]) => stream);
  }

  /** What holds may rest on, each thing once, given where each project stands. */
  traces(stageOf: (stream: string) => ProjectStage): readonly Trace[] {
    const ofProjects = this.projects.flatMap((stream): Trace[] => {
      const { awarded, lastOn, lastPaidOn } = this.#things.get(stream)!;
      const stage = stageOf(stream);
      if (holdless.has(stage)) return [];
      if (!over.has(stage)) return [{ hold: awarded ? 'accounts' : 'appeal', thing: stream }];
      return [
        awarded
          ? { hold: 'accounts', thing: stream, from: `${(lastPaidOn ?? lastOn).slice(0, 4)}-12-31` }
          : { hold: 'appeal', thing: stream, from: lastOn },
      ];
    });
    const ofMandates = [...this.#mandates].map(
      ([thing, until]): Trace => ({ hold: 'mandate', thing, ...(until !== undefined && { from: `${until.slice(0, 4)}-12-31` }) }),
    );
    return [...ofProjects, ...ofMandates, ...latestOf(this.#acts)];
  }
}

/** Of several acts of one ground on one thing the last one counts. */
const latestOf = (acts: readonly Trace[]): readonly Trace[] => [...new Map(acts.map((act) => [`${act.hold} ${act.thing}`, act])).values()];

/** Whether a value holds the id anywhere. */
function mentions(value: unknown, id: string): boolean {
  if (typeof value === 'string') return value === id;
  return typeof value === 'object' && value !== null && (Object.values(value).some((part) => mentions(part, id)) || Object.hasOwn(value, id));
}
