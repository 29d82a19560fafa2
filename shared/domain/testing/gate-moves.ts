import type { Actor } from '../kernel/actor.ts';
import type { AnyCommand } from '../kernel/command.ts';
import { by } from '../kernel/testing/given-when-then.ts';
import { beginOverlap } from '../project/phases/begin-overlap.ts';
import { confirmCondition } from '../project/phases/confirm-condition.ts';
import { meetCondition } from '../project/phases/meet-condition.ts';
import { prepareGate } from '../project/phases/prepare-gate.ts';
import { shareResults } from '../project/phases/share-results.ts';
import type { Project } from '../project/project.ts';
import { answerSrlRequest } from '../project/srl/answer-srl-request.ts';
import { assessWorkSrl } from '../project/srl/assess-work-srl.ts';
import { confirmConsolidation } from '../project/srl/confirm-consolidation.ts';
import { reportConsolidation } from '../project/srl/report-consolidation.ts';
import { requestSrlReview } from '../project/srl/request-srl-review.ts';
import { setSrlCadence } from '../project/srl/set-srl-cadence.ts';
import { isPhase } from '../project/stage.ts';
import { levels } from './samples.ts';

interface Asked {
  readonly command: AnyCommand;
  readonly actor: Actor;
  readonly data: unknown;
}

const asked = (command: AnyCommand, who: string, data: unknown): Asked => ({ command, actor: by(who), data });
const reasons = 'As was seen.';

/** What people would sensibly try beside the course of a phase: the file and the conditions of its gates, the consolidation plan, reviews on demand. */
export function gateMoves(project: Project, chance: number): Asked[] {
  const { stage, phases, application } = project;
  if (stage === 'closing' && !phases.shared) {
    return [asked(shareResults, application.holder, { results: [{ what: 'The protocol.', where: 'https://example.org/protocol' }] })];
  }
  if (!isPhase(stage)) return [];
  switch (chance % 4) {
    case 0:
      return conditionMoves(project, chance);
    case 1:
      return consolidationMoves(project, chance);
    case 2:
      return phases.cleared
        ? []
        : [asked(chance % 8 === 2 ? beginOverlap : prepareGate, 'administrator', chance % 8 === 2 ? { reasons } : { summary: reasons })];
    default:
      return onDemandMoves(project, chance);
  }
}

function conditionMoves({ conditions, application: { holder } }: Project, chance: number): Asked[] {
  return conditions
    .filter(({ confirmed }) => !confirmed)
    .slice(0, 1)
    .map(({ condition, reported }) =>
      reported
        ? asked(confirmCondition, 'administrator', { condition, outcome: chance % 3 === 0 ? 'not-met' : 'met', evidence: reasons })
        : asked(meetCondition, holder, { condition, report: 'Done.' }),
    );
}

function consolidationMoves({ consolidation: { lines }, application: { holder } }: Project, chance: number): Asked[] {
  const line = lines.findIndex(({ confirmed }) => !confirmed) + 1;
  if (line === 0) return [];
  if (!lines[line - 1]?.reported) return [asked(reportConsolidation, holder, { line, report: 'Done.' })];
  const found = chance % 3 === 0 ? { outcome: 'to-continue', dueOn: '2099-12-31' } : { outcome: 'consolidated' };
  return [asked(confirmConsolidation, 'bob', { line, evidence: reasons, ...found })];
}

function onDemandMoves({ srl, application: { holder, content } }: Project, chance: number): Asked[] {
  const work = content.works?.[0]?.name;
  if (chance % 3 === 0) return [asked(setSrlCadence, 'administrator', { every: 'P4M', reasons })];
  if (chance % 3 === 1 && work !== undefined) return [asked(assessWorkSrl, 'bob', { work, claimed: 3, levels: levels(3, 2, 1) })];
  if (srl.requested) return [asked(answerSrlRequest, 'administrator', chance % 2 === 0 ? { outcome: 'accepted' } : { outcome: 'declined', reasons })];
  return [asked(requestSrlReview, holder, { reasons })];
}
