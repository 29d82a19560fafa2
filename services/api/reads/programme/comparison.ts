import {
  type Call,
  call,
  comparePolicies,
  effectOnCall,
  entryOf,
  type Load,
  parseStream,
  policyInForce,
  project,
  type RunningCall,
  register,
  Text,
} from '@jalon/domain';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import { ProblemError } from '../../problems/problem.ts';
import type { Reads } from '../reads.ts';
import { aProgramme } from '../seeable.ts';

const Difference = z.strictObject({
  path: z.array(z.string()).describe('The names that lead to it, such as ["days", "review"].'),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});
const Planned = z.strictObject({ due: z.string(), steps: z.array(z.strictObject({ at: z.string(), command: z.string() })) });
const Place = z.strictObject({ outcome: z.enum(['selected', 'reserve', 'not-selected']), rank: z.int().optional(), total: z.number() });

/** What a draft would change: in the policy itself, and in each call that is running. */
const Comparison = z.strictObject({
  programme: z.string(),
  draft: z.int().min(1),
  stage: z.enum(['open', 'adopted', 'withdrawn']),
  comparedWith: z.int().min(0).describe('The version of the policy in force today.'),
  differences: z.array(Difference),
  calls: z.array(
    z.strictObject({
      call: z.string(),
      title: Text,
      stage: z.string(),
      dates: z.array(z.strictObject({ kind: z.string(), before: Planned.optional(), after: Planned.optional() })),
      places: z.array(z.strictObject({ application: z.string(), before: Place, after: Place })),
      unmarked: z.array(z.string()).describe('Criteria of the draft that a review does not mark.'),
    }),
  ),
});

/** A call runs from its publication until its selection is concluded, or it is given up. */
const isRunning = ({ stage }: Call): boolean => stage === 'published' || stage === 'open' || stage === 'closed';

/** What a draft of the policy would change, before anybody adopts it. */
export function comparisonReads({ app, seeing, log }: Reads): void {
  app.get(
    '/v1/programmes/:id/policy-drafts/:draft/comparison',
    {
      schema: {
        operationId: 'programmes.policy-comparison',
        tags: ['programmes'],
        summary: 'What a draft of the policy would change, also in the running calls',
        description: 'For administrators and auditors. Decisions already taken keep the policy that they were taken under.',
        params: z.object({ id: z.string(), draft: z.coerce.number('has to be a number').int().min(1) }),
        response: { 200: Comparison },
      },
    },
    async (request) => {
      const { id, draft } = request.params;
      const account = accountOf(request);
      const { state: programme, load, at } = await seeing.open(account, aProgramme, id, 'read-policy-drafts');
      const drafted = programme.drafts[draft];
      if (!drafted) throw new ProblemError('thing-unknown', { thing: `policy draft ${draft} of programme "${id}"` });
      const { policyVersion, policy } = policyInForce(programme, at);
      const calls = await runningCalls(account.tenant, id, load);
      return Comparison.parse({
        programme: id,
        draft,
        stage: drafted.stage,
        comparedWith: policyVersion,
        differences: comparePolicies(policy, drafted.policy),
        calls: calls.map(({ id: of, call: running, entries }) => ({
          call: of,
          title: running.terms.title,
          stage: running.stage,
          ...effectOnCall({ call: running, programme, entries }, policy, drafted.policy),
        })),
      });
    },
  );

  async function runningCalls(tenant: string, programme: string, load: Load) {
    const ids = Object.keys(await log.streams(tenant, `${call.name}-`)).map((stream) => parseStream(stream).id);
    const all = await Promise.all(ids.sort().map(async (id) => ({ id, call: await load(call, id) })));
    const running = all.filter(({ call: one }) => one.terms.programme === programme && isRunning(one));
    return Promise.all(running.map(async (one) => ({ ...one, entries: await entriesOf(one.id, load) })));
  }
}

/** The applications that a selection would rank now, with the marks that count and the committee’s opinion. */
async function entriesOf(id: string, load: Load): Promise<RunningCall['entries']> {
  const { applications } = await load(register, id);
  const projects = await Promise.all(applications.map((application) => load(project, application)));
  return projects.flatMap((one, index) =>
    one.stage === 'in-review' ? [entryOf({ application: applications[index]!, number: index + 1, project: one })] : [],
  );
}
