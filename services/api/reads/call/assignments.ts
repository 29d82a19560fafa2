import { type Asker, rolesOf } from '@jalon/authorisation';
import { type Call, call, type Load, lackingReviewers, type PolicyKnown, type Project, project, register } from '@jalon/domain';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import type { Reads } from '../reads.ts';
import { aCall } from '../seeable.ts';
import type { Opened } from '../seeing.ts';

const Review = z.strictObject({
  person: z.string(),
  standing: z.enum(['asked', 'submitted', 'left', 'conflict']),
  dueOn: z.string().optional(),
});
const Application = z.strictObject({
  project: z.string(),
  number: z.int().min(1),
  title: z.string(),
  organisation: z.string().optional(),
  holder: z.string().describe('Cannot review it.'),
  reviews: z.array(Review),
  conflicts: z.array(z.string()).describe('Who declared a conflict of interest with it.'),
  missing: z.int().min(0).describe('How many reviewers are still to be found.'),
});
const Reviewer = z.strictObject({
  person: z.string(),
  topics: z.array(z.string()),
  open: z.int().min(0).describe('Reviews that they still owe in this call.'),
  submitted: z.int().min(0),
});
const Assignments = z.strictObject({
  call: z.string(),
  perApplication: z.int().min(1),
  applications: z.array(Application).describe('Those in review, in order of arrival.'),
  reviewers: z.array(Reviewer).describe('In order of id.'),
});

/** Who reviews what in a call. */
export function assignmentReads({ app, seeing }: Reads): void {
  app.get(
    '/v1/calls/:id/assignments',
    {
      schema: {
        operationId: 'calls.assignments',
        tags: ['calls'],
        summary: 'Who reviews what in a call: the applications in review, and the reviewers with what they know and still owe',
        description: 'For administrators and auditors. Counted from the log.',
        params: z.object({ id: z.string() }),
        response: { 200: Assignments },
      },
    },
    async (request) => {
      const { id } = request.params;
      const account = accountOf(request);
      const opened = await seeing.open(account, aCall, id, 'read-assignments');
      const { known, load } = opened;
      const applications = await applicationsOf(id, load);
      return {
        call: id,
        perApplication: known.policy.reviewers.perApplication,
        applications: applications.flatMap((one) => (one.state.stage === 'in-review' ? [told(one, known)] : [])),
        reviewers: reviewersOf(
          id,
          opened,
          applications.map(({ state }) => state),
        ),
      };
    },
  );
}

type OpenedCall = Opened<Call, PolicyKnown>;

interface Registered {
  readonly id: string;
  readonly number: number;
  readonly state: Project;
}

async function applicationsOf(call: string, load: Load): Promise<readonly Registered[]> {
  const { applications } = await load(register, call);
  return Promise.all(applications.map(async (id, index) => ({ id, number: index + 1, state: await load(project, id) })));
}

type Standing = z.output<typeof Review>['standing'];
type Part = Project['reviews'][string];

function standingOf({ conflict, marks, left }: Part): Standing {
  if (conflict) return 'conflict';
  if (marks) return 'submitted';
  return left ? 'left' : 'asked';
}

function told({ id, number, state }: Registered, { policy }: PolicyKnown): z.output<typeof Application> {
  const { application, reviews, conflicts } = state;
  const { title, organisation } = application.content;
  return {
    project: id,
    number,
    title: title ?? id,
    ...(organisation !== undefined && { organisation }),
    holder: application.holder,
    reviews: Object.entries(reviews).map(([person, part]) => ({
      person,
      standing: standingOf(part),
      ...(part.assigned && { dueOn: part.assigned.dueOn }),
    })),
    conflicts: Object.keys(conflicts),
    missing: lackingReviewers(state, policy),
  };
}

/** Everybody to whom a role was granted or lent where the call belongs. */
const peopleOf = (call: Call, { authority, programme }: PolicyKnown): readonly string[] => [
  ...new Set([
    ...[authority, programme, call].flatMap(({ roles }) => Object.keys(roles)),
    ...[authority, programme].flatMap(({ delegations }) => Object.values(delegations).map(({ delegate }) => delegate)),
  ]),
];

/** Reviewers of the call today, with what they still owe in it. */
function reviewersOf(id: string, { state, known, at }: OpenedCall, applications: readonly Project[]): z.output<typeof Reviewer>[] {
  const parts = applications.flatMap(({ reviews }) => Object.entries(reviews).map(([person, part]) => ({ person, standing: standingOf(part) })));
  const count = (person: string, standing: Standing) => parts.filter((part) => part.person === person && part.standing === standing).length;
  const asker = (person: string): Asker => ({ actor: { kind: 'person', id: person }, kind: call.name, id, state, known, at });
  return peopleOf(state, known)
    .filter((person) => rolesOf(asker(person)).includes('reviewer'))
    .toSorted()
    .map((person) => ({
      person,
      topics: [...(known.programme.expertise[person] ?? [])],
      open: count(person, 'asked'),
      submitted: count(person, 'submitted'),
    }));
}
