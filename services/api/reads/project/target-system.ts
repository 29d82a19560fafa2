import { isDescribable, streamKind, TargetSystem, targetSystemDifferences } from '@jalon/domain';
import { facet, TargetSystemPublished } from '@jalon/domain/decisions';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import { ProblemError } from '../../problems/problem.ts';
import type { Reads } from '../reads.ts';
import { aProject } from '../seeable.ts';
import { toldDecisions } from './told-decisions.ts';

const Published = z.strictObject({ version: z.int().min(1), publishedAt: z.string(), note: z.string().optional(), system: TargetSystem });
const TargetSystems = z.strictObject({
  project: z.string(),
  version: z.int().min(1),
  canRevise: z.boolean().describe('Whether you may write in it now.'),
  canPublish: z.boolean(),
  draft: TargetSystem.describe('As it was written last.'),
  published: z.array(Published).describe('Every version, oldest first.'),
});

const Parts = z.strictObject({
  added: z.array(z.string()),
  removed: z.array(z.string()),
  changed: z.array(z.strictObject({ id: z.string(), fields: z.array(z.string()) })),
});
const Differences = z.strictObject({
  from: z.string(),
  to: z.string(),
  texts: z.array(z.string()),
  stakeholders: Parts,
  challenges: Parts,
  evolutions: Parts,
  works: Parts,
});

type Version = z.output<typeof Published>;
const published = facet([] as readonly Version[], [TargetSystemPublished], {
  'target-system-published': (all, { version, system, note }, { at }) => [
    ...all,
    { version, publishedAt: at, ...(note !== undefined && { note }), system },
  ],
});
const story = streamKind('project', { published });

/** A version by its number, or what is being written. */
const Named = z.string().regex(/^(draft|[1-9]\d{0,5})$/, 'has to be the number of a version, or draft');

/** The target social system of a project, with its versions and what tells them apart. */
export function targetSystemReads({ app, seeing, log }: Reads): void {
  const tags = ['projects'];
  app.get(
    '/v1/projects/:id/target-system',
    {
      schema: {
        operationId: 'projects.target-system',
        tags,
        summary: 'The target social system of a project: as it is being written, and every version',
        params: z.object({ id: z.string() }),
        response: { 200: TargetSystems },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const account = accountOf(request);
      const { state, version, allows } = await seeing.open(account, aProject, id);
      const told = await toldDecisions(log, account.tenant, id, story);
      const open = isDescribable(state.stage);
      return reply.header('etag', `"${version}"`).send({
        project: id,
        version,
        canRevise: open && allows('revise-target-system'),
        canPublish: open && allows('publish-target-system'),
        draft: state.targetSystem.draft,
        published: [...told.published],
      });
    },
  );

  app.get(
    '/v1/projects/:id/target-system/differences',
    {
      schema: {
        operationId: 'projects.target-system-differences',
        tags,
        summary: 'What changed from one version of a target system to another',
        description: 'Parts by their ids. `draft` stands for what is being written.',
        params: z.object({ id: z.string() }),
        querystring: z.strictObject({ from: Named, to: Named }),
        response: { 200: Differences },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { from, to } = request.query;
      const account = accountOf(request);
      const { state } = await seeing.open(account, aProject, id);
      const told = await toldDecisions(log, account.tenant, id, story);
      const systemOf = (name: string) => {
        const system = name === 'draft' ? state.targetSystem.draft : told.published.find(({ version }) => String(version) === name)?.system;
        if (!system) throw new ProblemError('thing-unknown', { thing: `version ${name} of the target system of project "${id}"` });
        return system;
      };
      return Differences.parse({ from, to, ...targetSystemDifferences(systemOf(from), systemOf(to)) });
    },
  );
}
