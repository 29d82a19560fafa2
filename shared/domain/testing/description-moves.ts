import type { AnyCommand } from '../kernel/command.ts';
import { by, type World } from '../kernel/testing/given-when-then.ts';
import { addToDay } from '../kernel/time.ts';
import { concludeHypothesis } from '../project/experiment/conclude-hypothesis.ts';
import { formulateHypothesis } from '../project/experiment/formulate-hypothesis.ts';
import { nameKeyFunctions } from '../project/experiment/name-key-functions.ts';
import { openProtocol } from '../project/experiment/open-protocol.ts';
import { planCycle } from '../project/experiment/plan-cycle.ts';
import { recordObservation } from '../project/experiment/record-observation.ts';
import { reviseProtocol } from '../project/experiment/revise-protocol.ts';
import { shareCycleResults } from '../project/experiment/share-cycle-results.ts';
import { publishLesson } from '../project/lessons/publish-lesson.ts';
import { recordLesson } from '../project/lessons/record-lesson.ts';
import { withdrawLesson } from '../project/lessons/withdraw-lesson.ts';
import { cancelMilestone } from '../project/milestones/cancel-milestone.ts';
import { reviseMilestone } from '../project/milestones/revise-milestone.ts';
import { type Project, project } from '../project/project.ts';
import { acceptReport } from '../project/reports/accept-report.ts';
import { correctReport } from '../project/reports/correct-report.ts';
import { returnReport } from '../project/reports/return-report.ts';
import { submitReport } from '../project/reports/submit-report.ts';
import { isRunning } from '../project/stage.ts';
import { meetNeed } from '../project/support/meet-need.ts';
import { nameAccompanier } from '../project/support/name-accompanier.ts';
import { offerSupport } from '../project/support/offer-support.ts';
import { recordSupport } from '../project/support/record-support.ts';
import { releaseAccompanier } from '../project/support/release-accompanier.ts';
import { stateNeed } from '../project/support/state-need.ts';
import { withdrawNeed } from '../project/support/withdraw-need.ts';
import { publishTargetSystem } from '../project/target-system/publish-target-system.ts';
import { reviseTargetSystem } from '../project/target-system/revise-target-system.ts';
import { reviewValue } from '../project/value/review-value.ts';
import type { Move } from './move.ts';

const ADMINISTRATOR = 'administrator';

interface Asked {
  readonly command: AnyCommand;
  readonly who: string;
  readonly data: unknown;
}
const asked = (command: AnyCommand, who: string, data: unknown): Asked => ({ command, who, data });
const ofAdministrator = (command: AnyCommand, data: unknown): Asked => asked(command, ADMINISTRATOR, data);

/** A cycle takes seven steps, one after the other, so that an experiment gets more turns than the rest. */
const topics = [experimentMove, reportMove, experimentMove, supportMove, experimentMove, lessonMove, experimentMove, targetSystemMove, milestoneMove];

/** The one thing that people would try next to say what a project is about; the circumstances choose of what. */
export function descriptionMoves(world: World, id: string, chance: number, today: string): Move[] {
  const subject = `project-${id}`;
  const state = world.state(project, subject);
  if (!isRunning(state.stage)) return [];
  const turn = Math.floor(chance / topics.length);
  const about = topics[chance % topics.length]!;
  const { command, who, data } = about(state, turn, today);
  return [{ subject, command, actor: by(who), data }];
}

function experimentMove({ application: { holder }, experiment }: Project, turn: number, today: string): Asked {
  const byHolder = (command: AnyCommand, data: unknown) => asked(command, holder, data);
  const known = experiment.protocols[openProtocol.example.protocol];
  if (experiment.keyFunctions.length === 0) return byHolder(nameKeyFunctions, nameKeyFunctions.example);
  if (!known?.opened) return byHolder(openProtocol, openProtocol.example);
  const { protocol } = openProtocol.example;
  if (!known.cycle) {
    if (turn % 5 === 0) return byHolder(reviseProtocol, reviseProtocol.example);
    const free = Object.keys(known.hypotheses).find((name) => !['validated', 'refuted'].includes(known.hypotheses[name]?.result ?? ''));
    if (!free) return byHolder(formulateHypothesis, { ...formulateHypothesis.example, hypothesis: `hypothesis-${known.cycles + 1}` });
    const [tool] = planCycle.example.tools;
    return byHolder(planCycle, { ...planCycle.example, hypotheses: [free], tools: [{ ...tool, tests: [free] }] });
  }
  const [hypothesis = ''] = known.cycle.hypotheses;
  const { observed = 0, result, criteria = [] } = known.hypotheses[hypothesis] ?? {};
  if (result) return byHolder(shareCycleResults, shareCycleResults.example);
  if (observed === 0) return byHolder(recordObservation, { ...recordObservation.example, hypothesis, observedOn: today });
  const found = (['met', 'not-met', 'not-observed'] as const)[turn % 3]!;
  const concluded = { met: 'validated', 'not-met': 'refuted', 'not-observed': 'inconclusive' }[found];
  const answers = criteria.map((criterion) => ({ criterion, found }));
  return byHolder(concludeHypothesis, { protocol, hypothesis, result: concluded, criteria: answers, reasons: 'As observed.' });
}

function reportMove({ application: { holder }, reports }: Project, turn: number, today: string): Asked {
  const { standing, last } = reports;
  const content = { activity: 'Workshops.', indicators: [], attachments: [] };
  const [waiting] = Object.entries(standing).filter(([, { is }]) => is !== 'accepted');
  if (waiting) {
    const report = Number(waiting[0]);
    if (waiting[1].is === 'returned') return asked(correctReport, holder, { ...content, report });
    return turn % 3 === 0 ? ofAdministrator(returnReport, { report, reasons: 'Dates are missing.' }) : ofAdministrator(acceptReport, { report });
  }
  if (turn % 2 === 0) return asked(reviewValue, holder, reviewValue.example);
  const upTo = last && last.upTo >= today ? addToDay(last.upTo, 'P1D') : today;
  return asked(submitReport, holder, { ...content, upTo });
}

function supportMove({ application: { holder }, support }: Project, turn: number, today: string): Asked {
  const { need } = stateNeed.example;
  const known = support.needs[need];
  if (known && !known.ended && turn % 4 > 0)
    return turn % 4 > 1 ? ofAdministrator(meetNeed, meetNeed.example) : asked(withdrawNeed, holder, withdrawNeed.example);
  switch (turn % 5) {
    case 0:
      return support.accompaniers.ada === 'named'
        ? ofAdministrator(releaseAccompanier, { accompanier: 'ada' })
        : ofAdministrator(nameAccompanier, { accompanier: 'ada' });
    case 1:
      return ofAdministrator(offerSupport, { ...offerSupport.example, offer: `offer-${turn % 50}` });
    case 2:
      return ofAdministrator(recordSupport, { ...recordSupport.example, givenOn: today });
    default:
      return asked(stateNeed, holder, stateNeed.example);
  }
}

function lessonMove({ application: { holder }, lessons }: Project): Asked {
  const { lesson } = recordLesson.example;
  if (lessons[lesson] === 'recorded') return asked(publishLesson, holder, publishLesson.example);
  if (lessons[lesson] === 'published') return asked(withdrawLesson, holder, withdrawLesson.example);
  return asked(recordLesson, holder, recordLesson.example);
}

function targetSystemMove({ application: { holder }, targetSystem }: Project, turn: number): Asked {
  if (turn % 2 === 0 && targetSystem.draft.works.length > 0) return asked(publishTargetSystem, holder, {});
  return asked(reviseTargetSystem, holder, { system: { ...reviseTargetSystem.example.system, gap: `Gap ${turn % 9}.` } });
}

function milestoneMove({ milestones }: Project, turn: number, today: string): Asked {
  const milestone = `milestone-${turn % 2}`;
  const { agreed, reported, outcome, cancelled } = milestones[milestone] ?? {};
  if (agreed && !reported && !cancelled && outcome !== 'reached' && turn % 2 === 0)
    return ofAdministrator(cancelMilestone, { milestone, reasons: 'No longer awaited.' });
  return ofAdministrator(reviseMilestone, { milestone, expected: 'Observations.', dueOn: addToDay(today, 'P60D'), reasons: 'As agreed.' });
}
