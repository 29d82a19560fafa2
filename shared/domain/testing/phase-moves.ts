import type { Actor } from '../kernel/actor.ts';
import type { AnyCommand } from '../kernel/command.ts';
import { by } from '../kernel/testing/given-when-then.ts';
import { totalOf } from '../programme/shares.ts';
import { releaseTranche } from '../project/funding/release-tranche.ts';
import { requestTranche } from '../project/funding/request-tranche.ts';
import { agreeMilestone } from '../project/milestones/agree-milestone.ts';
import { assessMilestone } from '../project/milestones/assess-milestone.ts';
import { reportMilestone } from '../project/milestones/report-milestone.ts';
import { completeProject } from '../project/phases/complete-project.ts';
import { decideGate } from '../project/phases/decide-gate.ts';
import { enterPhase } from '../project/phases/enter-phase.ts';
import { isBegun, phaseAfter } from '../project/phases/phases.ts';
import type { Project } from '../project/project.ts';
import { assessSrl } from '../project/srl/assess-srl.ts';
import { concludeSrlReview } from '../project/srl/conclude-srl-review.ts';
import { openSrlReview } from '../project/srl/open-srl-review.ts';
import { isPhase, isRunning } from '../project/stage.ts';
import { reviewValue } from '../project/value/review-value.ts';
import { levels, planFor } from './samples.ts';

interface Asked {
  readonly command: AnyCommand;
  readonly actor: Actor;
  readonly data: unknown;
}

const asked = (command: AnyCommand, who: string, data: unknown = {}): Asked => ({ command, actor: by(who), data });

/** What people would sensibly try on a project whose agreement is signed. */
export function phaseMoves(project: Project, chance: number): Asked[] {
  const { stage, phases } = project;
  const entry = phases.cleared ? [asked(enterPhase, 'administrator', { phase: phases.cleared.phase })] : [];
  if (!isRunning(stage)) return entry;
  const ending = stage === 'closing' || (stage === 'institutionalisation' && chance % 9 === 0);
  return [
    ...entry,
    ...(isPhase(stage) ? [...srlMoves(project, chance), ...gateMoves(project, chance)] : []),
    ...milestoneMoves(project, chance),
    ...trancheMoves(project),
    ...(ending ? [asked(completeProject, 'administrator', { results: 'All is shared.' })] : []),
  ];
}

/** The levels that each phase is about, as an assessor would find them. */
const found = { concept: [4, 3], pilot: [7, 6], institutionalisation: [8, 8] } as const;

function srlMoves({ srl, phases: { current } }: Project, chance: number): Asked[] {
  const [reached, consolidated] = found[current ?? 'concept'];
  const behind = chance % 4 === 0 ? 1 : 0;
  if (!srl.open) return chance % 3 === 0 ? [asked(openSrlReview, 'administrator')] : [];
  if (!srl.open.assessment) return [asked(assessSrl, 'ana', { claimed: reached, levels: levels(reached, reached - behind, consolidated - behind) })];
  const unsettled = srl.open.assessment.levels.filter(({ outcome }) => outcome === 'to-consolidate').map(({ level }) => level);
  return [asked(concludeSrlReview, 'chair', { consolidationPlan: planFor(...unsettled) })];
}

function gateMoves({ phases: { current, entered, cleared, lastGate }, value, application: { holder } }: Project, chance: number): Asked[] {
  if (!current || !entered || cleared) return [];
  // The gate into the last phase rests on a value review of the pilot too.
  if (current === 'pilot' && !(value.last && value.last.at >= entered.at)) return [asked(reviewValue, holder, reviewValue.example)];
  const gate = (outcome: string, rest: object = {}): Asked[] => [
    asked(decideGate, 'chair', { outcome, reasons: 'As the committee found.', ...rest }),
  ];
  const { outcome } = lastGate ?? {};
  if (outcome !== 'pause' && chance % 13 === 1) return gate('pause');
  if (chance % 39 === 0) return gate('exit-with-shared-results');
  if (chance % 13 === 2) return gate('consolidation');
  if (chance % 13 < 5 && current !== 'concept') return gate('return', { to: 'concept' });
  if (!phaseAfter(current)) return [];
  return chance % 2 === 0 ? gate('passage') : gate('conditional', { conditions: ['Sign the partnership.'] });
}

function milestoneMoves({ milestones, application: { holder } }: Project, chance: number): Asked[] {
  const milestone = `milestone-${chance % 2}`;
  const agreed = milestones[milestone];
  if (!agreed) return [asked(agreeMilestone, 'administrator', { milestone, title: 'Trials', expected: 'Observations.', dueOn: '2028-06-30' })];
  if (agreed.outcome === 'reached' || agreed.cancelled) return [];
  if (!agreed.reported) return [asked(reportMilestone, holder, { milestone, report: 'Done.' })];
  const outcome = ['reached', 'partly', 'not-reached'][chance % 3];
  return [asked(assessMilestone, 'bob', { milestone, outcome, evidence: 'A visit.' })];
}

function trancheMoves(project: Project): Asked[] {
  const { agreement, tranches, application } = project;
  return (agreement?.plan ?? []).flatMap(({ phase, kind, shares }) => {
    const { requested, released } = tranches[`${phase}-${kind}`] ?? {};
    if (released || !isBegun(project, phase) || totalOf(shares) === 0) return [];
    return [requested ? asked(releaseTranche, 'accountant', { phase, kind }) : asked(requestTranche, application.holder, { phase, kind })];
  });
}
