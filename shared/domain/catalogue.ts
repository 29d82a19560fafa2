import { call } from './call/call.ts';
import { closeCall } from './call/close-call.ts';
import { concludeSelection } from './call/conclude-selection.ts';
import { draftCall } from './call/draft-call.ts';
import { escalateOnCall } from './call/escalate.ts';
import { openCall } from './call/open-call.ts';
import { publishCall } from './call/publish-call.ts';
import { remindOnCall } from './call/remind.ts';
import type { AnyCommand } from './kernel/command.ts';
import type { DecisionType } from './kernel/decision.ts';
import type { StreamKind } from './kernel/stream-kind.ts';
import { grantRole } from './organisation/grant-role.ts';
import { organisation } from './organisation/organisation.ts';
import { registerOrganisation } from './organisation/register-organisation.ts';
import { revokeRole } from './organisation/revoke-role.ts';
import { addFunder } from './programme/add-funder.ts';
import { adoptPolicy } from './programme/adopt-policy.ts';
import { createProgramme } from './programme/create-programme.ts';
import { grantProgrammeRole } from './programme/grant-role.ts';
import { programme } from './programme/programme.ts';
import { revokeProgrammeRole } from './programme/revoke-role.ts';
import { lapseAgreement } from './project/agreement/lapse-agreement.ts';
import { signAgreement } from './project/agreement/sign-agreement.ts';
import { assessEligibility } from './project/application/assess-eligibility.ts';
import { recordSilence } from './project/application/record-silence.ts';
import { reviseApplication } from './project/application/revise-application.ts';
import { startApplication } from './project/application/start-application.ts';
import { submitApplication } from './project/application/submit-application.ts';
import { recordCaseStudy } from './project/case-study/record-case-study.ts';
import { escalateOnProject } from './project/due/escalate.ts';
import { remindOnProject } from './project/due/remind.ts';
import { decideFunding } from './project/funding/decide-funding.ts';
import { releaseTranche } from './project/funding/release-tranche.ts';
import { requestTranche } from './project/funding/request-tranche.ts';
import { agreeMilestone } from './project/milestones/agree-milestone.ts';
import { assessMilestone } from './project/milestones/assess-milestone.ts';
import { reportMilestone } from './project/milestones/report-milestone.ts';
import { completeProject } from './project/phases/complete-project.ts';
import { decideGate } from './project/phases/decide-gate.ts';
import { enterPhase } from './project/phases/enter-phase.ts';
import { project } from './project/project.ts';
import { assignReviewer } from './project/review/assign-reviewer.ts';
import { declareConflict } from './project/review/declare-conflict.ts';
import { submitReview } from './project/review/submit-review.ts';
import { assessSrl } from './project/srl/assess-srl.ts';
import { concludeSrlReview } from './project/srl/conclude-srl-review.ts';
import { missSrlReview } from './project/srl/miss-srl-review.ts';
import { openSrlReview } from './project/srl/open-srl-review.ts';
import { register } from './register/register.ts';

// biome-ignore lint/suspicious/noExplicitAny: the state of a kind is known where the kind is, not here
export type AnyKind = StreamKind<string, any>;

/** Every kind of stream, by the name that its streams begin with. */
export const kinds: Readonly<Record<string, AnyKind>> = { organisation, programme, call, register, project };

/** Every command: what the system can decide. A new command is a new file and a line here; its route, form and reference follow. */
export const commands: readonly AnyCommand[] = [
  registerOrganisation,
  grantRole,
  revokeRole,
  createProgramme,
  adoptPolicy,
  addFunder,
  grantProgrammeRole,
  revokeProgrammeRole,
  draftCall,
  publishCall,
  openCall,
  closeCall,
  concludeSelection,
  remindOnCall,
  escalateOnCall,
  recordCaseStudy,
  startApplication,
  reviseApplication,
  submitApplication,
  assessEligibility,
  recordSilence,
  assignReviewer,
  declareConflict,
  submitReview,
  decideFunding,
  signAgreement,
  lapseAgreement,
  enterPhase,
  agreeMilestone,
  reportMilestone,
  assessMilestone,
  openSrlReview,
  assessSrl,
  concludeSrlReview,
  missSrlReview,
  decideGate,
  requestTranche,
  releaseTranche,
  completeProject,
  remindOnProject,
  escalateOnProject,
];

const byPath = new Map(commands.map((command) => [`${command.kind}/${command.name}`, command]));

/** The command of a kind by its name, or undefined where there is none. */
export const findCommand = (kind: string, name: string): AnyCommand | undefined => byPath.get(`${kind}/${name}`);

/** Every type of decision, by kind of stream and type. */
export function decisionTypes(): readonly { readonly kind: string; readonly type: DecisionType }[] {
  return Object.entries(kinds).flatMap(([kind, { types }]) => [...types.values()].map((type) => ({ kind, type })));
}
