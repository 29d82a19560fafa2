import { call } from './call/call.ts';
import { callCommands } from './call/commands.ts';
import type { AnyCommand } from './kernel/command.ts';
import type { DecisionType } from './kernel/decision.ts';
import type { StreamKind } from './kernel/stream-kind.ts';
import { organisationCommands } from './organisation/commands.ts';
import { organisation } from './organisation/organisation.ts';
import { programmeCommands } from './programme/commands.ts';
import { programme } from './programme/programme.ts';
import { agreementCommands } from './project/agreement/commands.ts';
import { appealCommands } from './project/appeal/commands.ts';
import { applicationCommands } from './project/application/commands.ts';
import { caseStudyCommands } from './project/case-study/commands.ts';
import { checksCommands } from './project/checks/commands.ts';
import { dueCommands } from './project/due/commands.ts';
import { experimentCommands } from './project/experiment/commands.ts';
import { fundingCommands } from './project/funding/commands.ts';
import { lessonsCommands } from './project/lessons/commands.ts';
import { milestonesCommands } from './project/milestones/commands.ts';
import { notificationCommands } from './project/notification/commands.ts';
import { paymentsCommands } from './project/payments/commands.ts';
import { phasesCommands } from './project/phases/commands.ts';
import { project } from './project/project.ts';
import { reportsCommands } from './project/reports/commands.ts';
import { reviewCommands } from './project/review/commands.ts';
import { srlCommands } from './project/srl/commands.ts';
import { supportCommands } from './project/support/commands.ts';
import { targetSystemCommands } from './project/target-system/commands.ts';
import { teamCommands } from './project/team/commands.ts';
import { valueCommands } from './project/value/commands.ts';
import { register } from './register/register.ts';
import { sittingCommands } from './sitting/commands.ts';
import { sitting } from './sitting/sitting.ts';

// biome-ignore lint/suspicious/noExplicitAny: the state of a kind is known where the kind is, not here
export type AnyKind = StreamKind<string, any>;

/** Every kind of stream, by the name that its streams begin with. */
export const kinds: Readonly<Record<string, AnyKind>> = { organisation, programme, call, register, sitting, project };

/** Every command: what the system can decide. A new command is a new file and a word in its room's list; its route, form and reference follow. */
export const commands: readonly AnyCommand[] = [
  ...organisationCommands,
  ...programmeCommands,
  ...callCommands,
  ...sittingCommands,
  ...caseStudyCommands,
  ...applicationCommands,
  ...reviewCommands,
  ...notificationCommands,
  ...appealCommands,
  ...fundingCommands,
  ...agreementCommands,
  ...phasesCommands,
  ...milestonesCommands,
  ...srlCommands,
  ...supportCommands,
  ...teamCommands,
  ...targetSystemCommands,
  ...experimentCommands,
  ...lessonsCommands,
  ...valueCommands,
  ...reportsCommands,
  ...paymentsCommands,
  ...checksCommands,
  ...dueCommands,
];

const byPath = new Map(commands.map((command) => [`${command.kind}/${command.name}`, command]));

/** The command of a kind by its name, or undefined where there is none. */
export const findCommand = (kind: string, name: string): AnyCommand | undefined => byPath.get(`${kind}/${name}`);

/** Every type of decision, by kind of stream and type. */
export function decisionTypes(): readonly { readonly kind: string; readonly type: DecisionType }[] {
  return Object.entries(kinds).flatMap(([kind, { types }]) => [...types.values()].map((type) => ({ kind, type })));
}
