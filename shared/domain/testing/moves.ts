import { type Call, call, takesApplications, takesDrafts } from '../call/call.ts';
import { closeCall } from '../call/close-call.ts';
import { concludeSelection } from '../call/conclude-selection.ts';
import { openCall } from '../call/open-call.ts';
import { publishCall } from '../call/publish-call.ts';
import type { Actor } from '../kernel/actor.ts';
import type { AnyCommand } from '../kernel/command.ts';
import { by, type World } from '../kernel/testing/given-when-then.ts';
import { dayOf } from '../kernel/time.ts';
import { signAgreement } from '../project/agreement/sign-agreement.ts';
import { assessEligibility } from '../project/application/assess-eligibility.ts';
import { reviseApplication } from '../project/application/revise-application.ts';
import { startApplication } from '../project/application/start-application.ts';
import { submitApplication } from '../project/application/submit-application.ts';
import { decideFunding } from '../project/funding/decide-funding.ts';
import { type Project, project } from '../project/project.ts';
import { assignReviewer } from '../project/review/assign-reviewer.ts';
import { declareConflict } from '../project/review/declare-conflict.ts';
import { submitReview } from '../project/review/submit-review.ts';
import { phaseMoves } from './phase-moves.ts';
import { contentAsking, reviewGiving } from './samples.ts';

/** Something that somebody may try on a thing. */
export interface Move {
  readonly subject: string;
  readonly command: AnyCommand;
  readonly actor: Actor;
  readonly data: unknown;
}

export const CALL = 'call-spring';
const ADMINISTRATOR = by('administrator');
const REVIEWERS = ['ana', 'bob', 'cleo', 'dan'];

/** A number that stands for the circumstances of a move: marks, amounts, outcomes follow from it. */
export type Circumstance = number;

/** What people would sensibly try next in a world, by where its call and its projects stand. */
export function movesIn(world: World, applicants: number, chance: Circumstance): Move[] {
  const state = world.state(call, CALL);
  const today = dayOf(world.now, 'Europe/Paris');
  const ids = Array.from({ length: applicants }, (_, index) => `applicant-${index + 1}`);
  return [...callMoves(state, today), ...ids.flatMap((id) => projectMoves(world, state, id, today, chance))];
}

function callMoves({ stage, terms }: Call, today: string): Move[] {
  const move = (command: AnyCommand): Move => ({ subject: CALL, command, actor: ADMINISTRATOR, data: {} });
  if (stage === 'draft') return [move(publishCall)];
  if (stage === 'published') return [move(today > terms.closesOn ? closeCall : openCall)];
  if (stage === 'open') return today > terms.closesOn ? [move(closeCall)] : [];
  return stage === 'closed' ? [move(concludeSelection)] : [];
}

function projectMoves(world: World, answered: Call, id: string, today: string, chance: Circumstance): Move[] {
  const subject = `project-${id}`;
  const state = world.state(project, subject);
  const holder = by(`holder-${id}`);
  const move = (command: AnyCommand, actor: Actor, data: unknown = {}): Move => ({ subject, command, actor, data });
  switch (state.stage) {
    case 'none':
      return takesDrafts(answered, today) ? [move(startApplication, holder, { call: 'spring' })] : [];
    case 'draft':
      return [
        ...(takesDrafts(answered, today) ? [move(reviseApplication, holder, contentAsking(1_000_000 + (chance % 90) * 99_991))] : []),
        ...(takesApplications(answered, today) ? [move(submitApplication, holder)] : []),
      ];
    case 'submitted': {
      const eligible = move(assessEligibility, ADMINISTRATOR, { outcome: 'eligible', reasons: [] });
      const reasons = [{ check: 'completeness', reason: 'A piece is missing.' }];
      return chance % 7 === 0 ? [move(assessEligibility, ADMINISTRATOR, { outcome: 'ineligible', reasons })] : [eligible];
    }
    case 'in-review':
      return reviewMoves(state, chance).map(({ command, actor, data }) => move(command, actor, data));
    case 'selected':
      return fundingMoves(state, chance).map((data) => move(decideFunding, by(`officer-${data.funder}`), data));
    case 'agreement':
      if (state.agreement) return phaseMoves(state, chance).map(({ command, actor, data }) => move(command, actor, data));
      return [move(signAgreement, ADMINISTRATOR, { signedOn: today, parties: ['Région', 'Les Ateliers de Nulle-Part'] })];
    default:
      return phaseMoves(state, chance).map(({ command, actor, data }) => move(command, actor, data));
  }
}

type Asked = Omit<Move, 'subject'>;

function reviewMoves({ reviews }: Project, chance: Circumstance): Asked[] {
  return REVIEWERS.flatMap((reviewer, index): Asked[] => {
    const { assigned, conflict, marks } = reviews[reviewer] ?? {};
    if (conflict || marks) return [];
    if (chance % 23 === index) return [{ command: declareConflict, actor: by(reviewer), data: { nature: 'financial' } }];
    if (!assigned) return [{ command: assignReviewer, actor: ADMINISTRATOR, data: { reviewer } }];
    const mark = [3, 3.5, 4, 4.5, 2, 1][(chance + index) % 6]!;
    return [{ command: submitReview, actor: by(reviewer), data: reviewGiving(mark, { transformation: [3, 3.5, 4][chance % 3]! }) }];
  });
}

function fundingMoves({ selected, funding: { decided } }: Project, chance: Circumstance): { funder: string; outcome: string; reasons?: string }[] {
  const waiting = (selected?.shares ?? []).filter(({ funder }) => !decided[funder]);
  return waiting.map(({ funder }) =>
    chance % 11 === 0 ? { funder, outcome: 'declined', reasons: 'Outside its programme.' } : { funder, outcome: 'granted' },
  );
}
