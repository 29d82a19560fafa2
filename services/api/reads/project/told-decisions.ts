import type { AsOf, DecisionLog } from '@jalon/decision-log';
import { type StreamKind, streamOf } from '@jalon/domain';

/**
 * What the decisions on a thing say where rules keep only where it stands: the facets of `kind`, folded from the log. Decisions that no facet lists are passed
 * over.
 */
export async function toldDecisions<State>(
  log: Pick<DecisionLog, 'readStream'>,
  tenant: string,
  id: string,
  { name, types, initial, evolve }: StreamKind<string, State>,
  asOf?: AsOf,
): Promise<State> {
  const decisions = await log.readStream(tenant, streamOf(name, id), asOf);
  return decisions
    .filter(({ type }) => types.has(type))
    .reduce(
      (state, { id: decision, type, shapeVersion, data, occurredAt, actor }) =>
        evolve(state, { type, version: shapeVersion, data }, { at: occurredAt, by: actor, id: decision }),
      initial,
    );
}
