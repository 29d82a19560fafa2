import type { Actor } from '../kernel/actor.ts';
import type { AnyCommand } from '../kernel/command.ts';
import { by } from '../kernel/testing/given-when-then.ts';
import { addToDay } from '../kernel/time.ts';
import { amendAgreement } from '../project/agreement/amend-agreement.ts';
import { answerFormalNotice } from '../project/agreement/answer-formal-notice.ts';
import { draftAgreement } from '../project/agreement/draft-agreement.ts';
import { draftAmendment } from '../project/agreement/draft-amendment.ts';
import { extendAgreement } from '../project/agreement/extend-agreement.ts';
import { giveFormalNotice } from '../project/agreement/give-formal-notice.ts';
import { inForce } from '../project/agreement/in-force.ts';
import { liftFormalNotice } from '../project/agreement/lift-formal-notice.ts';
import { meetAgreementCondition } from '../project/agreement/meet-agreement-condition.ts';
import { replaceParty } from '../project/agreement/replace-party.ts';
import { resumeAgreement } from '../project/agreement/resume-agreement.ts';
import { signForParty } from '../project/agreement/sign-for-party.ts';
import { suspendAgreement } from '../project/agreement/suspend-agreement.ts';
import { terminateAgreement } from '../project/agreement/terminate-agreement.ts';
import { transferProject } from '../project/agreement/transfer-project.ts';
import { withdrawFromAgreement } from '../project/agreement/withdraw-from-agreement.ts';
import { acceptReducedAward } from '../project/funding/accept-reduced-award.ts';
import { announceWithdrawal } from '../project/funding/announce-withdrawal.ts';
import { answerWithdrawal } from '../project/funding/answer-withdrawal.ts';
import { dropWithdrawal } from '../project/funding/drop-withdrawal.ts';
import { openReservations } from '../project/funding/funding.ts';
import { liftReservation } from '../project/funding/lift-reservation.ts';
import { recordExecutory } from '../project/funding/record-executory.ts';
import { renounceAward } from '../project/funding/renounce-award.ts';
import { withdrawAward } from '../project/funding/withdraw-award.ts';
import { pendingWithdrawal } from '../project/funding/withdrawing.ts';
import type { Project } from '../project/project.ts';

interface Asked {
  readonly command: AnyCommand;
  readonly actor: Actor;
  readonly data: unknown;
}

const ADMINISTRATOR = by('administrator');
const DIRECTOR = by('director');
const asked = (command: AnyCommand, actor: Actor, data: unknown = {}): Asked => ({ command, actor, data });
const reasons = 'As both sides agreed.';

/** What people would sensibly try on an award and its agreement. */
export function agreementMoves(project: Project, today: string, chance: number): Asked[] {
  return [...awardMoves(project, today, chance), ...withdrawalMoves(project, chance), ...lifeMoves(project, today, chance)];
}

function awardMoves({ stage, agreement, funding, drafting, application: { holder } }: Project, today: string, chance: number): Asked[] {
  if (stage !== 'agreement' || agreement) return [];
  const granted = Object.keys(funding.granted).filter((funder) => !funding.granted[funder]?.executoryOn);
  const budget = { needs: [{ label: 'Staff', amount: funding.awarded?.shares.reduce((sum, { amount }) => sum + amount, 0) ?? 0 }], resources: [] };
  const parties = [
    { party: 'region', name: 'Région', role: 'authority', signatory: 'director' },
    { party: 'workshops', name: 'Les Ateliers de Nulle-Part', role: 'beneficiary', signatory: holder },
  ];
  const unsigned = (drafting.text?.parties ?? []).filter(({ party }) => !drafting.signed[party]);
  return [
    ...openReservations(funding).map((reservation) => asked(liftReservation, ADMINISTRATOR, { reservation, evidence: 'Seen.' })),
    ...(funding.awarded?.reduced && !funding.reductionAccepted ? [asked(acceptReducedAward, by(holder), { budget })] : []),
    ...(chance % 5 === 0 ? granted.map((funder) => asked(recordExecutory, ADMINISTRATOR, { funder, transmittedOn: today, executoryOn: today })) : []),
    ...(drafting.text
      ? []
      : [asked(draftAgreement, ADMINISTRATOR, { parties, endsOn: addToDay(today, 'P6Y'), conditions: ['Publish what is learned.'] })]),
    ...unsigned.map(({ party, signatory }) => asked(signForParty, by(signatory), { party })),
    ...(chance % 41 === 0 ? [asked(renounceAward, by(holder), { reasons })] : []),
  ];
}

function withdrawalMoves(project: Project, chance: number): Asked[] {
  if (!pendingWithdrawal(project)) {
    const ground = chance % 2 === 0 ? 'unlawful' : 'conditions-not-kept';
    return project.funding.awarded && chance % 37 === 0 ? [asked(announceWithdrawal, ADMINISTRATOR, { ground, reasons })] : [];
  }
  if (!project.withdrawal.answered && chance % 2 === 0) return [asked(answerWithdrawal, by(project.application.holder), { answer: 'It is kept.' })];
  return [chance % 3 === 0 ? asked(withdrawAward, DIRECTOR, { reasons }) : asked(dropWithdrawal, ADMINISTRATOR, { reasons })];
}

function lifeMoves(project: Project, today: string, chance: number): Asked[] {
  const agreement = inForce(project);
  if (!agreement) return [];
  const holder = by(project.application.holder);
  if (project.stage === 'suspended' && chance % 5 !== 0) return [asked(resumeAgreement, ADMINISTRATOR, { reasons })];
  if (agreement.drafted) return [asked(amendAgreement, DIRECTOR)];
  if (agreement.notice) return noticeMoves(project, chance);
  const [lowered] = agreement.shares;
  const unmet = agreement.conditions.filter(({ met }) => !met);
  switch (chance % 31) {
    case 0:
      return [asked(suspendAgreement, ADMINISTRATOR, { reasons })];
    case 1:
      return [
        asked(draftAmendment, ADMINISTRATOR, {
          kind: 'amounts',
          reasons,
          amounts: [{ ...lowered, amount: Math.max(0, (lowered?.amount ?? 0) - (chance % 1_000)) }],
        }),
      ];
    case 2:
      return [asked(draftAmendment, ADMINISTRATOR, { kind: 'consolidation', reasons, phase: project.phases.current ?? 'concept' })];
    case 3:
      return [asked(giveFormalNotice, ADMINISTRATOR, { breach: 'No report.' })];
    case 4:
      return [asked(extendAgreement, ADMINISTRATOR, { endsOn: addToDay(agreement.endsOn ?? today, 'P1Y'), reasons })];
    case 5:
      return [asked(transferProject, ADMINISTRATOR, { holder: `heir-${chance % 3}`, reasons })];
    case 6:
      return agreement.organisations
        .slice(1)
        .map((party) => asked(replaceParty, ADMINISTRATOR, { party: party.party, by: { ...party, signatory: 'heir' }, reasons }));
    case 7:
      return unmet.map(({ condition }) => asked(meetAgreementCondition, ADMINISTRATOR, { condition, evidence: 'Seen.' }));
    case 8:
      return chance % 4 === 0 ? [asked(terminateAgreement, ADMINISTRATOR, { cause: 'common-accord', reasons })] : [];
    case 9:
      return chance % 4 === 0 ? [asked(withdrawFromAgreement, holder, { reasons })] : [];
    default:
      return [];
  }
}

function noticeMoves({ agreement, application: { holder } }: Project, chance: number): Asked[] {
  if (!agreement?.notice?.answered && chance % 2 === 0) return [asked(answerFormalNotice, by(holder), { answer: 'Done.' })];
  if (chance % 3 === 0) return [asked(terminateAgreement, DIRECTOR, { cause: 'fault', reasons })];
  return chance % 3 === 1 ? [asked(liftFormalNotice, ADMINISTRATOR, { reasons })] : [];
}
