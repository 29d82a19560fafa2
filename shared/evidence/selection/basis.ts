import type { DecisionLog } from '@jalon/decision-log';
import {
  type Actor,
  byFunder,
  call,
  concludeSelection,
  eligibleOf,
  notYetJudged,
  type Policy,
  type Refusal,
  type Registered,
  refuse,
  type Share,
  streamOf,
} from '@jalon/domain';
import { SelectionConcluded } from '@jalon/domain/decisions';
import { StatesBefore } from '../history/states-before.ts';

/** What the selection of a call rests on: as it was just before it was concluded, or as it is now where it has not been. */
export interface SelectionBasis {
  readonly call: string;
  readonly policy: Policy;
  readonly policyVersion: number;
  /** What each funder puts in, in cents. */
  readonly envelope: readonly Share[];
  /** The eligible applications, with their reviews. */
  readonly applications: readonly Registered[];
  /** The orders that the chair's votes gave to those that tied, oldest first. */
  readonly settledTies: readonly (readonly string[])[];
  /** The selection that was concluded, and where it stands in the log. */
  readonly concluded?: {
    readonly decision: string;
    readonly position: number;
    readonly at: string;
    readonly selection: ReturnType<typeof SelectionConcluded>['data'];
  };
}

const reader: Actor = { kind: 'service', id: 'evidence' };

/**
 * Reads what a call is selected by from the log.
 * @returns undefined where the tenant has no such call; a refusal, in the words of `conclude-selection`, where its applications cannot be ranked yet
 */
export async function readSelection(
  log: Pick<DecisionLog, 'readStream'>,
  tenant: string,
  id: string,
  now: string,
): Promise<SelectionBasis | Refusal | undefined> {
  const decisions = await log.readStream(tenant, streamOf(call.name, id));
  if (decisions.length === 0) return undefined;
  const last = decisions.findLast(({ type }) => type === SelectionConcluded.type);
  const states = StatesBefore.of(log, tenant).to(last?.position ?? Number.MAX_SAFE_INTEGER);
  const state = await states.load(call, id);
  if (state.stage !== 'closed') return refuse('call-not-closed', { stage: state.stage });
  const asked = { id, data: {}, by: reader, at: last?.occurredAt ?? now };
  const { policy, policyVersion, applications } = await concludeSelection.context(state, asked, states.load);
  const refused = notYetJudged(applications, policy);
  if (refused) return refused;
  return {
    call: id,
    policy,
    policyVersion,
    envelope: byFunder(state.terms.envelope),
    applications: eligibleOf(applications),
    settledTies: state.settledTies,
    ...(last && {
      concluded: { decision: last.id, position: last.position, at: last.occurredAt, selection: SelectionConcluded.data.parse(last.data) },
    }),
  };
}
