import { z } from 'zod';
import type { Asked, Load } from '../kernel/command.ts';
import { commandsOf } from '../kernel/command.ts';
import { type StateOf, streamKind } from '../kernel/stream-kind.ts';
import { dayOf } from '../kernel/time.ts';
import { nudges } from '../process/nudges.ts';
import { type PolicyKnown, policyKnown } from '../programme/programme.ts';
import { committed } from './selection.ts';
import { calendar, stage } from './stage.ts';
import { terms } from './terms.ts';

/** A call for applications, from its draft to the selection that ends it. */
export const call = streamKind('call', { stage, terms, calendar, committed, nudges });
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

/** Whether applications can be written: the call is published and its closing day is not over. */
export const takesDrafts = ({ stage: at, terms: { closesOn } }: Call, today: string): boolean =>
  (at === 'published' || at === 'open') && today <= closesOn;

/** Whether applications can be handed in. It rests on the dates, so that nobody is shut out when the record of the opening comes late. */
export const takesApplications = (state: Call, today: string): boolean => takesDrafts(state, today) && state.terms.opensOn <= today;

/** The day that it is in a programme's time zone. */
export const today = ({ programme }: Pick<PolicyKnown, 'programme'>, at: string): string => dayOf(at, programme.identity.timeZone);
