import { type Call, call, takesApplications, takesDrafts } from '../call/call.ts';
import { closeCall } from '../call/close-call.ts';
import { concludeSelection } from '../call/conclude-selection.ts';
import { notYetJudged } from '../call/judged.ts';
import { openCall } from '../call/open-call.ts';
import { publishCall } from '../call/publish-call.ts';
import { settleTie, tiesOf } from '../call/settle-tie.ts';
import type { Actor } from '../kernel/actor.ts';
import type { AnyCommand } from '../kernel/command.ts';
import { by, type World } from '../kernel/testing/given-when-then.ts';
import { dayOf } from '../kernel/time.ts';
import { policyInForce, programme } from '../programme/programme.ts';
import { signAgreement } from '../project/agreement/sign-agreement.ts';
import { assessEligibility } from '../project/application/assess-eligibility.ts';
import { reviseApplication } from '../project/application/revise-application.ts';
import { startApplication } from '../project/application/start-application.ts';
import { submitApplication } from '../project/application/submit-application.ts';
import { decideFunding } from '../project/funding/decide-funding.ts';
import { type Project, project } from '../project/project.ts';
import { assignReviewer } from '../project/review/assign-reviewer.ts';
import { confirmAfterConflict } from '../project/review/confirm-after-conflict.ts';
import { unsettled } from '../project/review/conflicts.ts';
import { declareConflict } from '../project/review/declare-conflict.ts';
import { submitReview } from '../project/review/submit-review.ts';
import { register } from '../register/register.ts';
import { agreementMoves } from './agreement-moves.ts';
import { appealMoves } from './appeal-moves.ts';
import { applicationMoves } from './application-moves.ts';
import { callMovesBeside } from './call-moves.ts';
import { descriptionMoves } from './description-moves.ts';
import { gateMoves } from './gate-moves.ts';
import type { Circumstance, Move } from './move.ts';
import { paymentsMoves } from './payments-moves.ts';
import { phaseMoves } from './phase-moves.ts';
import { programmeMoves } from './programme-moves.ts';
import { reviewerMoves } from './review-moves.ts';
import { contentAsking, reviewGiving } from './samples.ts';
import { sittingMoves } from './sitting-moves.ts';

export const CALL = 'call-spring';
const ADMINISTRATOR = by('administrator');
const REVIEWERS = ['ana', 'bob', 'cleo', 'dan'];

/** What people would sensibly try next: what carries a call and its projects on, and what happens beside. */
export interface Moves {
  readonly course: readonly Move[];
  readonly beside: readonly Move[];
}

/** What people would sensibly try next in a world, by where its call and its projects stand. */
export function movesIn(world: World, applicants: number, chance: Circumstance): Moves {
  const answered = world.state(call, CALL);
  const today = dayOf(world.now, 'Europe/Paris');
  const ids = Array.from({ length: applicants }, (_, index) => `applicant-${index + 1}`);
  const onProject = (id: string): Move[] => {
    const state = world.state(project, `project-${id}`);
    const asked = [
      ...paymentsMoves(state, chance, today),
      ...agreementMoves(state, today, chance),
      ...reviewerMoves(state, chance),
      ...appealMoves(state, chance),
      ...gateMoves(state, chance),
    ].map((one) => ({ subject: `project-${id}`, ...one }));
    return [...asked, ...descriptionMoves(world, id, chance, today), ...applicationMoves(world, id, chance)];
  };
  return {
    course: [...callMoves(answered, today), ...tieMoves(world, answered), ...ids.flatMap((id) => projectMoves(world, answered, id, today, chance))],
    beside: [
      ...programmeMoves(world, chance, today),
      ...callMovesBeside(answered, world, chance),
      ...sittingMoves(world, ids, chance),
      ...ids.flatMap(onProject),
    ],
  };
}

function callMoves({ stage, terms }: Call, today: string): Move[] {
  const move = (command: AnyCommand): Move => ({ subject: CALL, command, actor: ADMINISTRATOR, data: {} });
  if (stage === 'draft') return [move(publishCall)];
  if (stage === 'published') return [move(today > terms.closesOn ? closeCall : openCall)];
  if (stage === 'open') return today > terms.closesOn ? [move(closeCall)] : [];
  return stage === 'closed' ? [move(concludeSelection)] : [];
}

/** The chair votes where the selection waits for it. */
function tieMoves(world: World, answered: Call): Move[] {
  if (answered.stage !== 'closed') return [];
  const { applications } = world.state(register, 'register-spring');
  const registered = applications.map((id, index) => ({ application: id, number: index + 1, project: world.state(project, `project-${id}`) }));
  const { policy } = policyInForce(world.state(programme, 'programme-breakthrough'), world.now);
  if (notYetJudged(registered, policy)) return [];
  const reasons = 'The canton has nothing of the kind.';
  return tiesOf(registered, answered, policy).map((tie) => ({
    subject: CALL,
    command: settleTie,
    actor: by('chair'),
    data: { order: tie.toReversed(), reasons },
  }));
}

function projectMoves(world: World, answered: Call, id: string, today: string, chance: Circumstance): Move[] {
  const subject = `project-${id}`;
  const state = world.state(project, subject);
  const holder = by(`holder-${id}`);
  const move = (command: AnyCommand, actor: Actor, data: unknown = {}): Move => ({ subject, command, actor, data });
  switch (state.stage) {
    case 'none':
      return takesDrafts(answered, world.now, 'Europe/Paris') ? [move(startApplication, holder, { call: 'spring' })] : [];
    case 'draft':
      return [
        ...(takesDrafts(answered, world.now, 'Europe/Paris')
          ? [move(reviseApplication, holder, contentAsking(1_000_000 + (chance % 90) * 99_991))]
          : []),
        ...(takesApplications(answered, world.now, 'Europe/Paris') ? [move(submitApplication, holder)] : []),
      ];
    case 'submitted': {
      const eligible = move(assessEligibility, ADMINISTRATOR, { outcome: 'eligible', reasons: [] });
      const reasons = [{ check: 'completeness', reason: 'A piece is missing.' }];
      return chance % 7 === 0 ? [move(assessEligibility, ADMINISTRATOR, { outcome: 'ineligible', reasons })] : [eligible];
    }
    case 'in-review':
      return [
        ...reviewMoves(state, chance).map(({ command, actor, data }) => move(command, actor, data)),
        ...unsettled(state.conflicts).map(([person]) => move(confirmAfterConflict, by('director'), { person, reasons: 'It stands.' })),
      ];
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

function fundingMoves(
  { selected, funding: { decided } }: Project,
  chance: Circumstance,
): { readonly funder: string; readonly [field: string]: unknown }[] {
  const waiting = (selected?.shares ?? []).filter(({ funder }) => !decided[funder]);
  return waiting.map(({ funder, amount }) =>
    chance % 11 === 0
      ? { funder, outcome: 'declined', reasons: 'Outside its programme.' }
      : chance % 7 === 1
        ? { funder, outcome: 'granted', amount: Math.max(1, amount - (chance % 1_000)), reasons: 'Premises are left out.', conditions: ['An audit.'] }
        : { funder, outcome: 'granted' },
  );
}
