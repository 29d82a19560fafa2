import { type Attachment, awaitsAnswer, isPhase, isRunning } from '@jalon/domain';
import { z } from 'zod';
import { seesFiles } from '../../attachments/may-see.ts';
import { accountOf } from '../../identity/gate.ts';
import type { Reads } from '../reads.ts';
import { aProject } from '../seeable.ts';
import { Reporting } from './reporting-shape.ts';
import { reportingStory } from './reporting-story.ts';
import { toldDecisions } from './told-decisions.ts';

/** What a holder reported, and what became of it. */
export function reportingReads({ app, seeing, log }: Reads): void {
  app.get(
    '/v1/projects/:id/reporting',
    {
      schema: {
        operationId: 'projects.reporting',
        tags: ['projects'],
        summary: 'Reports on milestones, progress reports, conditions of gates and statements of expenditure, with what was answered',
        description: 'Files whose class of confidentiality does not admit you are left out.',
        params: z.object({ id: z.string() }),
        response: { 200: Reporting },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const account = accountOf(request);
      const { state, version, known, allows, at } = await seeing.open(account, aProject, id);
      const told = await toldDecisions(log, account.tenant, id, reportingStory);
      const sees = seesFiles(account, id, { state, known, at });
      const mine = state.application.holder === account.actor.id;
      const visible = (files: readonly Attachment[]) => files.filter((file) => mine || sees(file, false));
      const statements = Object.entries(state.expenditure).map(([report, statement]) => ({
        report: Number(report),
        phase: statement.phase,
        declaredAt: statement.declared.at,
        lines: [...statement.lines],
        retained: [...(statement.examined?.lines ?? [])],
        ...(statement.concluded && { concluded: statement.concluded.retained }),
        ...(statement.certified && { certifiedAt: statement.certified.at }),
        awaitsAnswer: awaitsAnswer(statement),
      }));
      const [running, inPhase] = [isRunning(state.stage), isPhase(state.stage)];
      return reply.header('etag', `"${version}"`).send({
        project: id,
        version,
        can: {
          report: running && allows('report-milestone'),
          agreeMilestone: running && allows('agree-milestone'),
          assessMilestone: running && allows('assess-milestone'),
          meetCondition: inPhase && allows('meet-condition'),
          confirmCondition: inPhase && allows('confirm-condition'),
          answerReport: running && allows('accept-report'),
          reportConsolidation: inPhase && allows('report-consolidation'),
          confirmConsolidation: inPhase && allows('confirm-consolidation'),
          declare: running && allows('declare-expenditure'),
        },
        milestones: Object.values(told.milestones),
        reports: Object.values(told.reports).map((report) => ({ ...report, attachments: visible(report.attachments) })),
        conditions: Object.values(told.conditions),
        consolidation: told.consolidation.map((line) => ({
          ...line,
          reports: line.reports.map(({ attachments, ...report }) => ({ ...report, ...(attachments && { attachments: visible(attachments) }) })),
        })),
        ...(allows('read-money') && { expenditure: statements }),
      });
    },
  );
}
