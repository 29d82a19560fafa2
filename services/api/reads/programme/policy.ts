import { Day, Policy, policyInForce } from '@jalon/domain';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import { Times } from '../query.ts';
import type { Reads } from '../reads.ts';
import { aProgramme } from '../seeable.ts';

const Adopted = z.strictObject({ policyVersion: z.int().min(0), inForceFrom: z.string(), policy: Policy });
const Draft = z.strictObject({
  draft: z.int().min(1),
  stage: z.enum(['open', 'adopted', 'withdrawn']),
  policy: Policy,
  by: z.string().describe('Who wrote it as it stands: somebody else adopts it.'),
});

/** The policy of a programme: what is in force today, what was and will be, and for those who prepare it the drafts. */
const ProgrammePolicy = z.strictObject({
  programme: z.string(),
  version: z.int().min(1),
  inForce: Adopted.describe('In force today, in the programme’s time zone. Version 0 is the defaults, before any policy was adopted.'),
  history: z
    .array(Adopted.extend({ inForceFrom: Day }))
    .describe('Every policy that was adopted, oldest first; one whose day has not come is among them.'),
  drafts: z.array(Draft).optional().describe('For administrators and auditors.'),
});

/** The policy of a programme. */
export function policyReads({ app, seeing, back }: Reads): void {
  app.get(
    '/v1/programmes/:id/policy',
    {
      schema: {
        operationId: 'programmes.policy',
        tags: ['programmes'],
        summary: 'The policy of a programme: in force, adopted before and to come',
        description: 'For whoever takes part in the programme.',
        params: z.object({ id: z.string() }),
        querystring: z.strictObject(Times),
        response: { 200: ProgrammePolicy },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const account = accountOf(request);
      const now = await seeing.open(account, aProgramme, id);
      const { state, version, allows, at } = (await back(account, request.query)?.opened(account, aProgramme, id, now)) ?? now;
      const drafts = Object.entries(state.drafts).map(([draft, { stage, policy, by }]) => ({ draft: Number(draft), stage, policy, by: by.id }));
      return reply.header('etag', `"${version}"`).send({
        programme: id,
        version,
        inForce: adopted(policyInForce(state, at)),
        history: state.policies.map(adopted),
        ...(allows('read-policy-drafts') && { drafts }),
      });
    },
  );
}

const adopted = ({ policyVersion, inForceFrom, policy }: z.output<typeof Adopted>) => ({ policyVersion, inForceFrom, policy });
