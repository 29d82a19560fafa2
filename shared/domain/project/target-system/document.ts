import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { Prose, Title } from '../../kernel/words.ts';
import { WorkCategory } from '../application/content.ts';

/** How much an actor concerned leads a work: it has a key role, shares the lead with others, or takes part at its margin. */
export const ActorRole = z.enum(['key', 'shared', 'marginal']);

const Part = z.strictObject({ id: ThingId, title: Title, description: Prose.optional() });

/** A party concerned: an organisation, a group, an institution. `carries` marks those that carry the project. */
const Stakeholder = Part.extend({ carries: z.literal(true).optional() });

/** A work (chantier) of the transformation, whoever leads it. */
const Work = Part.extend({
  category: WorkCategory,
  /** The challenge or the stakeholder that it is drawn under, by the arrangement of the whole. */
  under: ThingId.optional(),
  /** The evolutions that it helps to bring about. */
  evolutions: z.array(ThingId).max(60),
  /** The role of each stakeholder concerned. */
  roles: z.array(z.strictObject({ actor: ThingId, role: ActorRole })).max(60),
  /** Stakeholders who contribute without a part in the lead. */
  contributors: z.array(ThingId).max(60),
  /** A priority this year. */
  priority: z.boolean(),
});

/** Where a part stands in the drawing, from its centre, in the drawing's own units. */
const Place = z.strictObject({ x: z.int().min(-20_000).max(20_000), y: z.int().min(-20_000).max(20_000) });

/**
 * The target social system (système social cible, DOMAIN §5): a model of the transformation aimed at, centred on its finality and not on who holds the
 * project. What is still to be written can be left out until it is published.
 */
export const TargetSystem = z.strictObject({
  finality: Prose.optional(),
  present: Prose.optional(),
  target: Prose.optional(),
  /** What lies between the present and the target situation. */
  gap: Prose.optional(),
  arrangedBy: z.enum(['challenge', 'stakeholder']),
  stakeholders: z.array(Stakeholder).max(100),
  challenges: z.array(Part).max(60),
  /** What has to change between the works and the finality. */
  evolutions: z.array(Part).max(60),
  works: z.array(Work).max(100),
  /** Places that somebody gave to parts by hand, by their ids; the others are laid out around the finality. */
  drawing: z.record(ThingId, Place).optional(),
});
export type TargetSystem = Readonly<z.output<typeof TargetSystem>>;

const repeatedIn = (names: readonly string[]): string[] => [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];

/** Ids that stand for more than one thing, and what a work names twice, as `work/name`. */
export function repetitions({ stakeholders, challenges, evolutions, works }: TargetSystem): string[] {
  const ids = [...stakeholders, ...challenges, ...evolutions, ...works].map(({ id }) => id);
  const within = works.flatMap(({ id, evolutions: aims, roles, contributors }) => {
    const involved = [...roles.map(({ actor }) => actor), ...contributors];
    return [...repeatedIn(aims), ...repeatedIn(involved)].map((name) => `${id}/${name}`);
  });
  return [...repeatedIn(ids), ...within];
}

/** What works name that is not there, as `work/name`. */
export function unknownNames({ arrangedBy, stakeholders, challenges, evolutions, works }: TargetSystem): string[] {
  const idsOf = (parts: readonly { readonly id: string }[]) => new Set(parts.map(({ id }) => id));
  const actors = idsOf(stakeholders);
  const aims = idsOf(evolutions);
  const headings = arrangedBy === 'challenge' ? idsOf(challenges) : actors;
  return works.flatMap((work) => {
    const involved = [...work.roles.map(({ actor }) => actor), ...work.contributors];
    return [
      ...(work.under !== undefined && !headings.has(work.under) ? [work.under] : []),
      ...work.evolutions.filter((name) => !aims.has(name)),
      ...involved.filter((name) => !actors.has(name)),
    ].map((name) => `${work.id}/${name}`);
  });
}

/** What has to be written before others can talk over it: the four texts, somebody concerned, an evolution, and works that have a place and a role. */
export function missingIn(system: TargetSystem): string[] {
  const texts = (['finality', 'present', 'target', 'gap'] as const).filter((text) => system[text] === undefined);
  const lists = (['stakeholders', 'evolutions', 'works'] as const).filter((list) => system[list].length === 0);
  const ofWorks = system.works.flatMap(({ id, under, roles }) => [
    ...(under === undefined ? [`${id}/under`] : []),
    ...(roles.length === 0 ? [`${id}/roles`] : []),
  ]);
  return [...texts, ...lists, ...ofWorks];
}
