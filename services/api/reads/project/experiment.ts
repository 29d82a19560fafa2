import { Attachment, isPhase, isRunning, streamKind } from '@jalon/domain';
import {
  CyclePlan,
  CyclePlanned,
  CycleResultsShared,
  facet,
  Hypothesis,
  HypothesisConcluded,
  HypothesisFormulated,
  HypothesisResult,
  KeyFunction,
  ObservationRecorded,
  Protocol,
  ProtocolOpened,
  ProtocolRevised,
  Sharing,
} from '@jalon/domain/decisions';
import { z } from 'zod';
import { seesFiles } from '../../attachments/may-see.ts';
import { accountOf } from '../../identity/gate.ts';
import type { Reads } from '../reads.ts';
import { aProject } from '../seeable.ts';
import { toldDecisions } from './told-decisions.ts';

const Cycle = z.int().min(1);

const Observed = z.strictObject({ cycle: Cycle, observedOn: z.string(), observation: z.string(), attachments: z.array(Attachment) });
const Concluded = z.strictObject({
  cycle: Cycle,
  at: z.string(),
  result: HypothesisResult,
  criteria: z.array(z.strictObject({ criterion: z.string(), found: z.enum(['met', 'not-met', 'not-observed']) })),
  reasons: z.string(),
});
const HypothesisTold = Hypothesis.omit({ protocol: true }).extend({
  planned: z.boolean().describe('Whether a cycle ever took it up: from then on it stays as it is.'),
  result: HypothesisResult.optional().describe('What the last cycle that took it up found.'),
  observations: z.array(Observed),
  conclusions: z.array(Concluded),
});
const CycleTold = CyclePlan.omit({ protocol: true }).extend({
  cycle: Cycle,
  plannedAt: z.string(),
  shared: Sharing.omit({ protocol: true }).extend({ at: z.string() }).optional(),
});
const ProtocolTold = Protocol.extend({
  hypotheses: z.array(HypothesisTold),
  cycles: z.array(CycleTold),
  underWay: Cycle.optional().describe('The cycle that is planned and not shared yet.'),
});
const Experiments = z.strictObject({
  project: z.string(),
  version: z.int().min(1),
  canWrite: z.boolean().describe('Whether you may formulate and plan now.'),
  canObserve: z.boolean().describe('Whether you may record, conclude and share now.'),
  keyFunctions: z.array(KeyFunction),
  protocols: z.array(ProtocolTold),
});
type ProtocolTold = z.output<typeof ProtocolTold>;
type HypothesisTold = z.output<typeof HypothesisTold>;

type Protocols = Readonly<Record<string, ProtocolTold>>;
const types = [
  ProtocolOpened,
  ProtocolRevised,
  HypothesisFormulated,
  CyclePlanned,
  ObservationRecorded,
  HypothesisConcluded,
  CycleResultsShared,
] as const;

function changed(all: Protocols, protocol: string, change: (known: ProtocolTold) => ProtocolTold): Protocols {
  const known = all[protocol];
  return known ? { ...all, [protocol]: change(known) } : all;
}

const inHypothesis =
  (name: string, change: (known: HypothesisTold) => HypothesisTold) =>
  (known: ProtocolTold): ProtocolTold => ({
    ...known,
    hypotheses: known.hypotheses.map((one) => (one.hypothesis === name ? change(one) : one)),
  });

/** Everything that was written in the protocols, step by step. */
const protocols = facet({} as Protocols, types, {
  'protocol-opened': (all, framed) => ({ ...all, [framed.protocol]: { ...framed, hypotheses: [], cycles: [] } }),
  'protocol-revised': (all, framed) => changed(all, framed.protocol, (known) => ({ ...known, ...framed })),
  'hypothesis-formulated': (all, { protocol, ...said }) =>
    changed(all, protocol, (known) => ({
      ...known,
      hypotheses: [
        ...known.hypotheses.filter(({ hypothesis }) => hypothesis !== said.hypothesis),
        { ...said, planned: false, observations: [], conclusions: [] },
      ],
    })),
  'cycle-planned': (all, { protocol, ...planned }, { at }) =>
    changed(all, protocol, (known) => ({ ...known, cycles: [...known.cycles, { ...planned, plannedAt: at }] })),
  'observation-recorded': (all, { protocol, hypothesis, ...seen }) =>
    changed(
      all,
      protocol,
      inHypothesis(hypothesis, (known) => ({ ...known, observations: [...known.observations, seen] })),
    ),
  'hypothesis-concluded': (all, { protocol, hypothesis, ...found }, { at }) =>
    changed(
      all,
      protocol,
      inHypothesis(hypothesis, (known) => ({ ...known, conclusions: [...known.conclusions, { ...found, at }] })),
    ),
  'cycle-results-shared': (all, { protocol, cycle, ...shared }, { at }) =>
    changed(all, protocol, (known) => ({
      ...known,
      cycles: known.cycles.map((one) => (one.cycle === cycle ? { ...one, shared: { ...shared, at } } : one)),
    })),
});
const story = streamKind('project', { protocols });

/** The experimentation protocols of a project, for whoever may read the project. */
export function experimentReads({ app, seeing, log }: Reads): void {
  app.get(
    '/v1/projects/:id/experiment',
    {
      schema: {
        operationId: 'projects.experiment',
        tags: ['projects'],
        summary: 'Key functions and experimentation protocols: hypotheses, cycles, observations and conclusions',
        description: 'Files whose class of confidentiality does not admit you are left out.',
        params: z.object({ id: z.string() }),
        response: { 200: Experiments },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const account = accountOf(request);
      const { state, version, known, allows, at } = await seeing.open(account, aProject, id);
      const sees = seesFiles(account, id, { state, known, at });
      const mine = state.application.holder === account.actor.id;
      const visible = (files: readonly Attachment[]) => files.filter((file) => mine || sees(file, false));
      const told = await toldDecisions(log, account.tenant, id, story);
      const all = Object.values(told.protocols).map((protocol) => {
        const standing = state.experiment.protocols[protocol.protocol];
        const hypotheses = protocol.hypotheses.map((one) => {
          const { planned = false, result } = standing?.hypotheses[one.hypothesis] ?? {};
          const observations = one.observations.map((seen) => ({ ...seen, attachments: visible(seen.attachments) }));
          return { ...one, planned, ...(result && { result }), observations };
        });
        const cycles = protocol.cycles.map((cycle) =>
          cycle.shared ? { ...cycle, shared: { ...cycle.shared, attachments: visible(cycle.shared.attachments) } } : cycle,
        );
        return {
          ...protocol,
          hypotheses: hypotheses.sort((a, b) => a.rank - b.rank),
          cycles,
          ...(standing?.cycle && { underWay: standing.cycle.cycle }),
        };
      });
      return reply.header('etag', `"${version}"`).send({
        project: id,
        version,
        canWrite: isPhase(state.stage) && allows('formulate-hypothesis'),
        canObserve: isRunning(state.stage) && allows('record-observation'),
        keyFunctions: state.experiment.keyFunctions.map((one) => ({ ...one })),
        protocols: all,
      });
    },
  );
}
