import type { Actor } from '../kernel/actor.ts';
import type { AnyCommand } from '../kernel/command.ts';
import { by } from '../kernel/testing/given-when-then.ts';
import { correctOutcome } from '../project/appeal/correct-outcome.ts';
import { decideAppeal } from '../project/appeal/decide-appeal.ts';
import { lodgeAppeal } from '../project/appeal/lodge-appeal.ts';
import { placeApplication } from '../project/appeal/place-application.ts';
import { awaitsCorrection } from '../project/appeal/standing.ts';
import { awaitsNotification } from '../project/notification/awaits-notification.ts';
import { notifyOutcome } from '../project/notification/notify-outcome.ts';
import type { Project } from '../project/project.ts';
import { confirmAfterConflict } from '../project/review/confirm-after-conflict.ts';
import { unsettled } from '../project/review/conflicts.ts';

interface Asked {
  readonly command: AnyCommand;
  readonly actor: Actor;
  readonly data: unknown;
}

const DIRECTOR = by('director');
const asked = (command: AnyCommand, actor: Actor, data: unknown = {}): Asked => ({ command, actor, data });

/** What people would sensibly try once something was decided on an application: tell its holder, appeal, answer, correct, look again after a conflict. */
export function appealMoves(state: Project, chance: number): Asked[] {
  if (chance % 3 !== 0) return [];
  const untold = awaitsNotification(state);
  return [
    ...(untold ? [asked(notifyOutcome, DIRECTOR, { outcome: untold.kind, reasons: 'As found.' })] : []),
    ...lodging(state, chance),
    ...answering(state, chance),
    ...unsettled(state.conflicts).map(([person]) => asked(confirmAfterConflict, DIRECTOR, { person, reasons: 'It stands.' })),
    ...(state.stage === 'in-review' && state.outcome.current?.kind === 'eligible' ? [asked(placeApplication, DIRECTOR)] : []),
  ];
}

/** Funders are asked once in these histories, so nobody appeals against one that declined. */
function lodging({ stage, appeal, application: { holder } }: Project, chance: number): Asked[] {
  const refusals: readonly string[] = ['ineligible', 'not-selected', 'reserve'];
  return refusals.includes(stage) && !appeal && chance % 2 === 0 ? [asked(lodgeAppeal, by(holder), { grounds: 'It was there.' })] : [];
}

function answering(state: Project, chance: number): Asked[] {
  if (awaitsCorrection(state))
    return [asked(correctOutcome, DIRECTOR, { to: state.stage === 'ineligible' ? 'eligible' : 'selected', reasons: 'Upheld.' })];
  if (!state.appeal || state.appeal.answered) return [];
  return [asked(decideAppeal, DIRECTOR, { outcome: chance % 2 === 0 ? 'upheld' : 'rejected', reasons: 'Read again.' })];
}
