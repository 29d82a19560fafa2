import {
  Attachment,
  awaitedSupplement,
  Cents,
  Currency,
  contestable,
  isPast,
  Member,
  PieceKind,
  type Project,
  type ProjectKnown,
  register,
  streamKind,
  Text,
  takesApplications,
  takesDrafts,
  When,
} from '@jalon/domain';
import { Content, facet, ReceiptAcknowledged, SupplementAnswered } from '@jalon/domain/decisions';
import { z } from 'zod';
import { seesFiles } from '../../attachments/may-see.ts';
import { accountOf } from '../../identity/gate.ts';
import { ProblemError } from '../../problems/problem.ts';
import type { Reads } from '../reads.ts';
import { aProject } from '../seeable.ts';
import { toldDecisions } from './told-decisions.ts';

const Count = z.int().min(1);

/** The file of an application: what it says, what it holds, what is asked of it, and what was said to whoever applies. */
const ApplicationFile = z.strictObject({
  project: z.string(),
  version: Count,
  stage: z.string(),
  mine: z.boolean().describe('Whether you hold it.'),
  /** As what its holder can change it now: a draft, or the answer to a request for missing pieces. */
  changes: z.enum(['draft', 'supplement', 'none']),
  canBeHandedIn: z.boolean().describe('Whether the call takes applications at this instant.'),
  call: z.strictObject({ call: z.string(), title: Text, opensOn: When, closesOn: When, maxGrant: Cents }),
  currency: Currency,
  content: Content.partial(),
  pieces: z.array(z.strictObject({ kind: PieceKind, file: Attachment, supplement: Count.optional() })).describe('Those that you may see.'),
  consortium: z.array(Member),
  asked: z.strictObject({
    form: z.record(z.string(), z.unknown()).optional().describe('The programme’s own form, as JSON Schema (2020-12).'),
    criteria: z.array(z.string()).describe('The criteria of the rubric, in its order.'),
    expectedPieces: z.array(PieceKind),
    requiredPieces: z.array(PieceKind),
    maxPieces: Count,
  }),
  receipt: z
    .strictObject({
      submittedAt: z.string(),
      decision: z.string().describe('The id of the decision: it proves the submission.'),
      requested: Cents,
      number: Count.optional().describe('In the call’s register, by order of arrival.'),
      acknowledged: z.strictObject({ receivedOn: z.string(), impliedRefusalAfter: When, remedies: Text }).optional(),
    })
    .optional(),
  supplements: z.array(
    z.strictObject({
      supplement: Count,
      pieces: z.array(PieceKind),
      information: z.array(z.string()),
      dueOn: When,
      requestedAt: z.string(),
      endedAt: z.string().optional(),
      awaited: z.boolean(),
      note: z.string().optional(),
    }),
  ),
  appeal: z
    .strictObject({ against: z.string(), lastDay: When.optional() })
    .optional()
    .describe('What can be appealed against now, and until when; no time runs before the holder was told.'),
});
type ApplicationFile = z.output<typeof ApplicationFile>;

const said = {
  receipt: facet(undefined as ApplicationFileReceipt | undefined, [ReceiptAcknowledged], {
    'receipt-acknowledged': (_, { receivedOn, impliedRefusalAfter, remedies }) => ({ receivedOn, impliedRefusalAfter, remedies }),
  }),
  notes: facet({} as Readonly<Record<number, string>>, [SupplementAnswered], {
    'supplement-answered': (all, { supplement, note }) => (note === undefined ? all : { ...all, [supplement]: note }),
  }),
};
type ApplicationFileReceipt = NonNullable<NonNullable<ApplicationFile['receipt']>['acknowledged']>;
const correspondence = streamKind('project', said);

/** The application of a project, for whoever may read the project. */
export function applicationReads({ app, seeing, log }: Reads): void {
  app.get(
    '/v1/projects/:id/application',
    {
      schema: {
        operationId: 'projects.application',
        tags: ['projects'],
        summary: 'The file of an application: content, pieces, consortium, what is asked, receipt and requests for pieces',
        description: 'As the log has it at this instant. Pieces whose class of confidentiality does not admit you are left out.',
        params: z.object({ id: z.string() }),
        response: { 200: ApplicationFile },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const account = accountOf(request);
      const { state, version, known, load, at } = await seeing.open(account, aProject, id);
      const { application } = state;
      if (application.call === '') throw new ProblemError('thing-unknown', { thing: `application of project "${id}"` });
      const sees = seesFiles(account, id, { state, known, at });
      const { receipt, notes } = await toldDecisions(log, account.tenant, id, correspondence);
      const { applications } = await load(register, application.call);
      const place = applications.indexOf(id) + 1;
      const { submitted } = application;
      return reply.header('etag', `"${version}"`).send({
        project: id,
        version,
        mine: application.holder === account.actor.id,
        ...standingOf(state, known, at),
        ...askedOf(application.call, known),
        content: application.content,
        pieces: state.pieces.filter(({ file }) => sees(file, true)).map((piece) => ({ ...piece })),
        consortium: state.consortium.map((member) => ({ ...member })),
        ...(submitted && {
          receipt: {
            submittedAt: submitted.at,
            decision: submitted.id,
            requested: application.requested,
            ...(place > 0 && { number: place }),
            ...(receipt && { acknowledged: receipt }),
          },
        }),
        supplements: supplementsOf(state, notes),
      });
    },
  );
}

/** Where it stands: what its holder may change, hand in and appeal against. */
function standingOf(state: Project, known: ProjectKnown, at: string): Pick<ApplicationFile, 'stage' | 'changes' | 'canBeHandedIn' | 'appeal'> {
  const zone = known.programme.identity.timeZone;
  const draft = state.stage === 'draft';
  const contested = contestable(state, known.programme);
  const late = contested?.lastDay !== undefined && isPast(at, contested.lastDay, known.programme);
  const open = contested !== undefined && !contested.final && !late && state.appeal?.decision !== contested.decision;
  return {
    stage: state.stage,
    changes: awaitedSupplement(state) ? 'supplement' : draft && takesDrafts(known.call, at, zone) ? 'draft' : 'none',
    canBeHandedIn: draft && takesApplications(known.call, at, zone),
    ...(open && { appeal: { against: contested.against, ...(contested.lastDay !== undefined && { lastDay: contested.lastDay }) } }),
  };
}

/** What the call and the policy ask of an application. */
function askedOf(id: string, { call: answered, programme, policy }: ProjectKnown): Pick<ApplicationFile, 'call' | 'currency' | 'asked'> {
  const { title, opensOn, closesOn, maxGrant } = answered.terms;
  const { pieces, requiredPieces, maxPieces } = policy.application;
  return {
    call: { call: id, title, opensOn, closesOn, maxGrant },
    currency: programme.identity.currency,
    asked: {
      ...(policy.applicationForm && { form: policy.applicationForm }),
      criteria: policy.rubric.map(({ criterion }) => criterion),
      expectedPieces: pieces,
      requiredPieces,
      maxPieces,
    },
  };
}

function supplementsOf(state: Project, notes: Readonly<Record<number, string>>): ApplicationFile['supplements'] {
  const awaited = awaitedSupplement(state)?.supplement;
  return state.intake.supplements.map(({ supplement, pieces, information, dueOn, requested, ended }) => ({
    supplement,
    pieces: [...pieces],
    information: [...information],
    dueOn,
    requestedAt: requested.at,
    ...(ended && { endedAt: ended.at }),
    awaited: supplement === awaited,
    ...(notes[supplement] !== undefined && { note: notes[supplement] }),
  }));
}
