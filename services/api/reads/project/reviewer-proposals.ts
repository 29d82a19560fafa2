import { type Asker, rolesOf } from '@jalon/authorisation';
import { type Candidate, type Load, type Project, type ProjectKnown, project, proposeReviewers, register } from '@jalon/domain';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import type { Reads } from '../reads.ts';
import { aProject } from '../seeable.ts';

const Reason = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('expertise'), topics: z.array(z.string()) }),
  z.strictObject({ code: z.literal('load'), open: z.int().min(0) }),
  z.strictObject({ code: z.enum(['holder', 'conflict', 'asked-already']) }),
]);
const Proposals = z.strictObject({
  project: z.string(),
  version: z.int().min(1),
  topics: z.array(z.string()),
  proposals: z.array(z.strictObject({ person: z.string(), rank: z.int().min(1).optional(), reasons: z.array(Reason) })),
});

/** `food,legal-form`: what the application is about. */
const Topics = z
  .string()
  .max(800)
  .transform((list) => list.split(',').filter((topic) => topic !== ''))
  .default([]);

/** Whom to ask for a review of a project. */
export function proposalReads({ app, seeing }: Reads): void {
  app.get(
    '/v1/projects/:id/reviewer-proposals',
    {
      schema: {
        operationId: 'projects.reviewer-proposals',
        tags: ['projects'],
        summary: 'Whom to ask for a review: by what they know, what they still have to do and what bars them',
        description:
          'For administrators and auditors. Reviewers of the programme, best first by the topics given (`?topics=food,legal-form`); those who cannot be asked come last, each with the reason.',
        params: z.object({ id: z.string() }),
        querystring: z.strictObject({ topics: Topics }),
        response: { 200: Proposals },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { topics } = request.query;
      const { state, version, known, load, at } = await seeing.open(accountOf(request), aProject, id, 'read-reviewer-proposals');
      const open = await openReviews(state.application.call, load);
      const asker = (person: string): Asker => ({ actor: { kind: 'person', id: person }, kind: project.name, id, state, known, at });
      const candidates = peopleOf(known)
        .filter((person) => rolesOf(asker(person)).includes('reviewer'))
        .map((person): Candidate => ({ person, expertise: known.programme.expertise[person] ?? [], open: open.get(person) ?? 0 }));
      const proposals = proposeReviewers(candidates, {
        topics,
        holder: state.application.holder,
        conflicts: Object.keys(state.conflicts),
        asked: Object.keys(state.reviews),
      });
      return Proposals.parse({ project: id, version, topics, proposals });
    },
  );
}

/** Everybody to whom a role was granted or lent where a project belongs. */
const peopleOf = ({ authority, programme, call }: ProjectKnown): readonly string[] => [
  ...new Set([
    ...[authority, programme, call].flatMap(({ roles }) => Object.keys(roles)),
    ...[authority, programme].flatMap(({ delegations }) => Object.values(delegations).map(({ delegate }) => delegate)),
  ]),
];

const owes = ({ assigned, marks, conflict }: Project['reviews'][string]): boolean => assigned !== undefined && !marks && !conflict;

/** How many reviews each person still owes in the projects of a call. */
async function openReviews(id: string, load: Load): Promise<ReadonlyMap<string, number>> {
  if (id === '') return new Map(); // A case study answers no call.
  const { applications } = await load(register, id);
  const projects = await Promise.all(applications.map((application) => load(project, application)));
  const counts = new Map<string, number>();
  for (const { reviews } of projects) {
    for (const [person, review] of Object.entries(reviews)) if (owes(review)) counts.set(person, (counts.get(person) ?? 0) + 1);
  }
  return counts;
}
