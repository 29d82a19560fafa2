import type { ObligationKind } from '@jalon/domain/pure';
import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { condition, log, proxyActivities, proxyLocalActivities, setHandler, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { Agenda } from './agenda.ts';
import { type Activities, lookAgain, recorded, searchAttributes, standing, type Thing, type View } from './contract.ts';

/** A run is no longer than this: its history stays short, and new code comes into use. It keeps every timer far under Temporal's cap of 36,500 days, too. */
const LONGEST_RUN = 90 * 86_400_000;

/** For ever: while the log is away there is nothing else to do. Past the first few tries a timer of the server waits, not the worker. */
const retry = { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '2m' } as const;
const { viewStream } = proxyLocalActivities<Pick<Activities, 'viewStream'>>({ startToCloseTimeout: '10s', localRetryThreshold: '3s', retry });
const { act } = proxyActivities<Pick<Activities, 'act'>>({ startToCloseTimeout: '30s', retry });

/** The obligations that a workflow keeps in each stage. In a stage that is not listed there is nothing to keep, and the workflow ends. */
export type KeptByStage = Readonly<Record<string, readonly ObligationKind[]>>;

/** A thing as the log has it, and the one way to wait for it. */
export interface Followed {
  readonly stage: string;
  /** False when this run has to make room for the next: its history is long, or it is ninety days old. */
  readonly young: boolean;
  /** Keeps these obligations until the log says something new: waits for the earliest step, then takes it. Once a call; call it in a loop. */
  keep(kinds: readonly ObligationKind[]): Promise<void>;
}

/**
 * Follows a thing. It can start at any moment of the thing's life and finds its place from the log, so that a first start, the next run of the
 * same workflow, a new version of its code and a Temporal server that lost everything are one case.
 */
export async function follow(thing: Thing): Promise<Followed> {
  const endsAt = workflowInfo().startTime.getTime() + LONGEST_RUN;
  const agenda = new Agenda();
  let known = 0;
  let asked = 0;
  let answered = 0;
  let kept: readonly ObligationKind[] = [];
  let view: View = { version: 0, stage: '', obligations: [] };

  setHandler(recorded, (version) => {
    known = Math.max(known, version);
  });
  setHandler(lookAgain, () => {
    asked += 1;
  });

  const news = () => known > view.version || asked > answered;

  async function look(): Promise<void> {
    const asking = asked;
    view = await viewStream(thing, known);
    answered = asking;
    agenda.update(view.version, view.obligations);
  }

  async function take(entry: NonNullable<ReturnType<Agenda['earliest']>>): Promise<void> {
    const { version, refused } = await act(thing, entry.act);
    if (version <= view.version) {
      agenda.park(entry.act, refused ?? 'not-recorded', Date.now());
      log.warn('a step was not recorded and is tried again in an hour', { ...thing, obligation: entry.due.id, refused });
    }
    known = Math.max(known, version);
  }

  await look();
  // Not before it knows: no answer is better than a wrong one.
  setHandler(standing, () => ({ version: view.version, stage: view.stage, keeps: agenda.keeps(kept, Date.now()) }));
  return {
    get stage() {
      return view.stage;
    },
    get young() {
      return !workflowInfo().continueAsNewSuggested && Date.now() < endsAt;
    },
    async keep(kinds) {
      kept = kinds;
      const next = agenda.earliest(kinds, Date.now());
      show(view, agenda, kinds);
      const until = Math.min(next?.at ?? endsAt, endsAt);
      const wait = until - Date.now();
      if (wait > 0) await condition(news, wait);
      else if (next && !news()) await take(next);
      if (news()) await look();
    },
  };
}

/** Brings the search attributes up to date, where they differ. */
function show(view: View, agenda: Agenda, kinds: readonly ObligationKind[]): void {
  const { typedSearchAttributes: shown } = workflowInfo();
  const due = agenda.nextDue(kinds);
  const wanted = [
    { key: searchAttributes.programme, value: view.programme ?? null },
    { key: searchAttributes.stage, value: view.stage },
    { key: searchAttributes.phase, value: view.phase ?? null },
    { key: searchAttributes.srl, value: view.srl ?? null },
    { key: searchAttributes.nextDue, value: due === undefined ? null : new Date(due) },
    { key: searchAttributes.blocked, value: agenda.keeps(kinds, Date.now()).some(({ blocked }) => blocked !== undefined) },
  ] satisfies SearchAttributeUpdatePair[];
  const changed = wanted.filter(({ key, value }) => String(shown.get(key) ?? null) !== String(value));
  if (changed.length > 0) upsertSearchAttributes(changed);
}
