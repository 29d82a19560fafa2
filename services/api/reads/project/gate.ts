import {
  floorsOf,
  isEarlier,
  isPhase,
  missingEvidence,
  Phase,
  type Project,
  type ProjectKnown,
  parseStream,
  phaseAfter,
  reachesFloors,
  reviewInPhase,
  sitting,
  streamKind,
  today,
} from '@jalon/domain';
import { facet, GatePrepared } from '@jalon/domain/decisions';
import { z } from 'zod';
import type { Account } from '../../identity/account.ts';
import { accountOf } from '../../identity/gate.ts';
import type { Reads } from '../reads.ts';
import { aProject, aSitting } from '../seeable.ts';
import { GateShown } from './gate-shape.ts';
import { toldDecisions } from './told-decisions.ts';

type Shown = z.output<typeof GateShown>;

/** The file of each gate, in words, by the review that it was put together on. The state that rules know keeps only that there is one. */
const summaries = facet({} as Readonly<Record<number, string>>, [GatePrepared], {
  'gate-prepared': (all, { review, summary }) => ({ ...all, [review]: summary }),
});
const files = streamKind('project', { summaries });

/** The gate out of the phase in which a project is. */
export function gateReads({ app, seeing, log }: Reads): void {
  app.get(
    '/v1/projects/:id/gate',
    {
      schema: {
        operationId: 'projects.gate',
        tags: ['projects'],
        summary: 'The gate out of the current phase: what the policy asks, what stands, what the committee said',
        params: z.object({ id: z.string() }),
        response: { 200: GateShown },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const account = accountOf(request);
      const { state, version, known, allows, at } = await seeing.open(account, aProject, id);
      const { summaries: told } = await toldDecisions(log, account.tenant, id, files);
      const gate = gateOf(state, known, today(known, at), told);
      const isReady = gate?.to !== undefined && gate.review !== undefined && gate.evidence.every(({ there }) => there);
      return reply.header('etag', `"${version}"`).send({
        project: id,
        version,
        can: {
          prepare: isReady && gate.prepared?.review !== gate.review?.review && allows('prepare-gate'),
          decide: gate !== undefined && allows('decide-gate'),
        },
        ...(state.phases.cleared && { awaitsEntry: state.phases.cleared.phase }),
        ...(gate && { gate }),
        sittings: gate ? await sittingsOn(account, id, sinceWhen(state)) : [],
      });
    },
  );

  /** The sittings with this gate on their agenda that were held, or will be, since the last one was decided. */
  async function sittingsOn(account: Account, project: string, since: string): Promise<Shown['sittings']> {
    const streams = Object.keys(await log.streams(account.tenant, `${sitting.name}-`));
    const found = await Promise.all(streams.map((stream) => onAgenda(parseStream(stream).id)));
    return found.flat().toSorted((a, b) => b.heldAt.localeCompare(a.heldAt));

    async function onAgenda(id: string): Promise<Shown['sittings']> {
      if (!(await seeing.look(account, sitting.name, id))?.('read')) return [];
      const { state } = await seeing.open(account, aSitting, id);
      const { items, heldAt } = state.convocation;
      const item = items.find((one) => one.project === project && one.question === 'gate');
      return item && state.stage !== 'cancelled' && heldAt > since ? [{ sitting: id, item: item.item, heldAt }] : [];
    }
  }
}

const sinceWhen = ({ phases: { lastGate, entered } }: Project): string => lastGate?.at ?? entered?.at ?? '';

function gateOf(state: Project, known: ProjectKnown, day: string, summaries: Readonly<Record<number, string>>): Shown['gate'] {
  const { stage, phases, avis } = state;
  const { policy } = known;
  const from = phases.current;
  if (!isPhase(stage) || !from || phases.cleared) return undefined;
  const to = phaseAfter(from);
  const review = reviewInPhase(state);
  const missing = to ? missingEvidence(state, to, policy, day) : [];
  const asked = to && to !== 'concept' ? policy.gates[to].evidence : [];
  return {
    from,
    ...(to && { to, needed: floorsOf(to, policy) }),
    earlier: Phase.options.filter((phase) => isEarlier(phase, from)),
    ...(review && { review: { review: review.review, at: review.at, reached: review.reached, consolidated: review.consolidated } }),
    reaches: to !== undefined && review !== undefined && reachesFloors(review, to, policy),
    evidence: asked.map((kind) => ({ kind, there: !missing.includes(kind) })),
    ...(phases.prepared && {
      prepared: { at: phases.prepared.at, review: phases.prepared.review, summary: summaries[phases.prepared.review] ?? '' },
    }),
    ...(phases.avis &&
      avis.gate && {
        avis: { at: phases.avis.at, sitting: avis.gate.sitting, avis: phases.avis.avis, reservations: [...avis.gate.reservations] },
      }),
    avisRequired: policy.gates.avis === 'required',
    conditionDays: policy.days.gateCondition,
  };
}
