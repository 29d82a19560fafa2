import { z } from 'zod';
import type { Asked, Load } from '../kernel/command.ts';
import { commandsOf } from '../kernel/command.ts';
import { type StateOf, streamKind } from '../kernel/stream-kind.ts';
import { dayOf, isBefore } from '../kernel/time.ts';
import { grantedRoles, mandates } from '../people/roles.ts';
import { nudges } from '../process/nudges.ts';
import { type PolicyKnown, policyKnown } from '../programme/programme.ts';
import { committee } from './committee.ts';
import { beginningOf, endOf } from './hours.ts';
import { publication } from './publication.ts';
import { questions } from './questions.ts';
import { reserve } from './reserve.ts';
import { committed } from './selection.ts';
import { calendar, stage } from './stage.ts';
import { terms } from './terms.ts';
import { settledTies } from './ties.ts';

/** A call for applications, from its draft to the selection that ends it. */
export const call = streamKind('call', {
  stage,
  terms,
  calendar,
  questions,
  settledTies,
  committed,
  reserve,
  publication,
  committee,
  roles: grantedRoles,
  mandates,
  nudges,
});
export type Call = StateOf<typeof call>;

/** A draft names its programme; a call that exists has it in its terms. */
const NamesProgramme = z.looseObject({ programme: z.string() });

/** The id of the programme of a call, or undefined where there is neither a call nor a name. */
function programmeOf(state: Call, data: unknown): string | undefined {
  if (state.terms.programme !== '') return state.terms.programme;
  const named = NamesProgramme.safeParse(data);
  return named.success ? named.data.programme : undefined;
}

export const callKnown = (state: Call, { data, at }: Asked<unknown>, load: Load): Promise<PolicyKnown> =>
  policyKnown(programmeOf(state, data), at, load);

export const callCommand = commandsOf(call, callKnown);

/** Whether applications can be written at an instant: the call is published and has not closed, by the programme's time zone. */
export const takesDrafts = ({ stage, terms: { closesOn } }: Call, at: string, zone: string): boolean =>
  (stage === 'published' || stage === 'open') && isBefore(at, endOf(closesOn, zone));

/** Whether applications can be handed in. It rests on the dates, so that nobody is shut out when the record of the opening comes late. */
export const takesApplications = (state: Call, at: string, zone: string): boolean =>
  takesDrafts(state, at, zone) && !isBefore(at, beginningOf(state.terms.opensOn, zone));

/** The day that it is in a programme's time zone. */
export const today = ({ programme }: Pick<PolicyKnown, 'programme'>, at: string): string => dayOf(at, programme.identity.timeZone);
