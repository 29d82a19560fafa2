import { z } from 'zod';
import { type Asked, commandsOf, type Load } from '../kernel/command.ts';
import { type StateOf, streamKind } from '../kernel/stream-kind.ts';
import { nudges } from '../process/nudges.ts';
import { type PolicyKnown, policyKnown } from '../programme/programme.ts';
import { convocation } from './convocation.ts';
import { deliberation } from './deliberation.ts';
import { minutes } from './minutes.ts';
import { presence } from './presence.ts';
import { stage } from './stage.ts';

/** A sitting of a programme's committee (séance), from its convocation to its signed minutes. */
export const sitting = streamKind('sitting', { stage, convocation, presence, deliberation, minutes, nudges });
export type Sitting = StateOf<typeof sitting>;

/** A convocation names its programme; a sitting that exists has it. */
const NamesProgramme = z.looseObject({ programme: z.string() });

function programmeOf({ convocation: { programme } }: Sitting, data: unknown): string | undefined {
  if (programme !== '') return programme;
  const named = NamesProgramme.safeParse(data);
  return named.success ? named.data.programme : undefined;
}

export const sittingKnown = (state: Sitting, { data, at }: Asked<unknown>, load: Load): Promise<PolicyKnown> =>
  policyKnown(programmeOf(state, data), at, load);

export const sittingCommand = commandsOf(sitting, sittingKnown);
