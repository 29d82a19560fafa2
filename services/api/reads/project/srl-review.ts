import {
  type AssessedLevel,
  type Assessment,
  type Attachment,
  awaitedOf,
  differencesOf,
  isBetween,
  isPhase,
  LevelOutcome,
  type Project,
  SRL_SCALE,
  settledLevels,
} from '@jalon/domain';
import { z } from 'zod';
import { type SeesFile, seesFiles } from '../../attachments/may-see.ts';
import { filesOf } from '../../attachments/mentioned.ts';
import { accountOf } from '../../identity/gate.ts';
import type { Reads } from '../reads.ts';
import { aProject } from '../seeable.ts';
import type { Allows } from '../seeing.ts';
import { type AssessmentShown, type LevelShown, SrlReviewShown } from './srl-review-shape.ts';
import { type ReviewTold, srlStory } from './srl-story.ts';
import { toldDecisions } from './told-decisions.ts';

type Shown = z.output<typeof SrlReviewShown>;
type OpenReview = NonNullable<Project['srl']['open']>;

/** Who reads: what they may do and see, and as whom. */
interface Reader {
  readonly id: string;
  readonly allows: Allows;
  readonly sees: SeesFile;
}

/** The SRL review of a project: what assessors found at each level, and where two of them differ. */
export function srlReviewReads({ app, seeing, log }: Reads): void {
  app.get(
    '/v1/projects/:id/srl-review',
    {
      schema: {
        operationId: 'projects.srl-review',
        tags: ['projects'],
        summary: 'The SRL review that is open, with its assessments, and what the last one rested on',
        description:
          'The assessments of an open review are for those who assess, decide or check; where two assess, each reads the other’s once their own is in. Evidence whose class of confidentiality does not admit you is left out.',
        params: z.object({ id: z.string() }),
        response: { 200: SrlReviewShown },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const account = accountOf(request);
      const { state, version, known, allows, at } = await seeing.open(account, aProject, id);
      const { reviews } = await toldDecisions(log, account.tenant, id, srlStory);
      const reader: Reader = { id: account.actor.id, allows, sees: seesFiles(account, id, { state, known, at }) };
      const { open } = state.srl;
      const last = reviews.findLast(({ concludedAt }) => concludedAt !== undefined);
      const mayAssess = open !== undefined && allows('assess-srl') && hasPlaceFor(reader.id, open);
      return reply.header('etag', `"${version}"`).send({
        project: id,
        version,
        scale: SRL_SCALE,
        ...(state.phases.current && { phase: state.phases.current }),
        can: {
          assess: mayAssess,
          reconcile: open !== undefined && allows('reconcile-srl') && differencesOf(open.assessments).length > 0,
          conclude: open !== undefined && allows('conclude-srl-review') && awaitedOf(open) === 'conclusion',
          open: !open && isPhase(state.stage) && allows('open-srl-review'),
        },
        ...(open && { open: openShown(open, reviews.find(({ review }) => review === open.review)?.agreed, reader) }),
        ...(last?.concludedAt && { last: { review: last.review, at: last.concludedAt, ...foundIn(last, reader) } }),
        files: mayAssess ? distinct(filesOf(state).flatMap(({ file, byHolder }) => (reader.sees(file, byHolder) ? [file] : []))) : [],
      });
    },
  );
}

/** Whether a review still takes an assessment from somebody: theirs anew, or one more. */
const hasPlaceFor = (person: string, { assessors = 1, assessments }: OpenReview): boolean =>
  assessors < 2 || assessments.filter(({ assessor }) => assessor !== person).length < assessors;

const distinct = (files: readonly Attachment[]): Attachment[] => [...new Map(files.map((file) => [file.hash, file])).values()];

function openShown(open: OpenReview, agreed: ReviewTold['agreed'], reader: Reader): NonNullable<Shown['open']> {
  const { allows } = reader;
  const { review, opened, dueOn, lapsesOn, assessors = 1, assessments } = open;
  const isMine = assessments.some(({ assessor }) => assessor === reader.id);
  const blind = assessors > 1 && allows('assess-srl') && !isMine && hasPlaceFor(reader.id, open);
  const judges = ['assess-srl', 'reconcile-srl', 'conclude-srl-review', 'read-reviews'].some(allows);
  const visible = judges && !blind;
  const awaits = awaitedOf(open);
  const differing = visible && assessments.length > 1 ? differencesOf(assessments) : [];
  return {
    review,
    openedAt: opened.at,
    dueOn,
    lapsesOn,
    assessors,
    assessed: assessments.length,
    awaits,
    blind,
    assessments: visible ? assessments.map((assessment) => assessmentShown(assessment, reader)) : [],
    differing: differing.map((level) => ({
      level,
      between: LevelOutcome.options.filter((outcome) => isBetween(assessments, { level, outcome })),
    })),
    ...(visible && open.agreed && agreed && { agreed: agreedShown(agreed, reader) }),
    ...(visible && awaits === 'conclusion' && { settled: settledLevels(open) }),
  };
}

const foundIn = ({ assessments, agreed }: ReviewTold, reader: Reader) => ({
  assessments: assessments.map((assessment) => assessmentShown(assessment, reader)),
  ...(agreed && { agreed: agreedShown(agreed, reader) }),
});

const agreedShown = ({ levels, reasons }: NonNullable<ReviewTold['agreed']>, { sees }: Reader) => ({
  levels: levels.map((level) => levelShown(level, sees)),
  ...(sees({ confidentiality: 'assessors' }, false) && { reasons }),
});

function assessmentShown({ assessor, claimed, levels }: Assessment, { id, allows, sees }: Reader): z.output<typeof AssessmentShown> {
  const mine = assessor === id;
  const named = mine || allows('read-actors');
  return { ...(named && { assessor }), mine, claimed, levels: levels.map((level) => levelShown(level, sees, mine)) };
}

/** What was found at a level, with its evidence for whom its class admits, and for whoever gave it. */
function levelShown(found: AssessedLevel, sees: SeesFile, mine = false): z.output<typeof LevelShown> {
  const { level, outcome, evidence, attachments = [], confidentiality } = found;
  if (!mine && !sees({ confidentiality: confidentiality ?? 'assessors' }, false)) return { level, outcome };
  const visible = attachments.filter((file) => mine || sees(file, false));
  return { level, outcome, evidence, ...(visible.length > 0 && { attachments: visible }), ...(confidentiality && { confidentiality }) };
}
