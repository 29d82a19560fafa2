import type { Answer } from '../../api/read.ts';

export type TargetSystems = Answer<'/v1/projects/{id}/target-system'>;
export type Differences = Answer<'/v1/projects/{id}/target-system/differences'>;
export type TargetSystem = TargetSystems['draft'];
export type Work = TargetSystem['works'][number];
export type Stakeholder = TargetSystem['stakeholders'][number];
export type Heading = TargetSystem['challenges'][number];
export type Role = Work['roles'][number]['role'];
export type Category = Work['category'];
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The lists of parts, by the name that the document gives them. */
export type ListName = 'stakeholders' | 'challenges' | 'evolutions' | 'works';
export const listNames: readonly ListName[] = ['challenges', 'stakeholders', 'evolutions', 'works'];
export const categories: readonly Category[] = ['modelling', 'experimentation', 'advocacy', 'cooperation'];
export const roles: readonly Role[] = ['key', 'shared', 'marginal'];
export const colourOf: Readonly<Record<Category, string>> = { modelling: 'indigo', experimentation: 'pine', advocacy: 'plum', cooperation: 'yellow' };

/** What stands around the finality. */
export const headingsOf = (system: TargetSystem): readonly Heading[] => (system.arrangedBy === 'challenge' ? system.challenges : system.stakeholders);

/** In which list a part is. */
export const listOf = (system: TargetSystem, id: string): ListName | undefined =>
  listNames.find((name) => system[name].some((part: { readonly id: string }) => part.id === id));

export const titleOf = (system: TargetSystem, id: string): string => {
  const list = listOf(system, id);
  return (list && (system[list] as readonly Heading[]).find((part) => part.id === id)?.title) ?? id;
};

/** The weight of a work for those who carry the project: the strongest role that one of them has in it; of anybody, where none is marked. */
export function weightOf({ stakeholders }: TargetSystem, { roles: held }: Work): Role | undefined {
  const carrying = stakeholders.filter(({ carries }) => carries).map(({ id }) => id);
  const theirs = carrying.length === 0 ? held : held.filter(({ actor }) => carrying.includes(actor));
  return roles.find((role) => theirs.some((one) => one.role === role));
}

/** What keeps it from being published, with the part where it is put right. The rule of `publish-target-system` has the last word. */
export interface Lack {
  readonly what: 'finality' | 'present' | 'target' | 'gap' | 'stakeholders' | 'evolutions' | 'works' | 'under' | 'roles';
  readonly part?: string;
}

export function lacksOf(system: TargetSystem): readonly Lack[] {
  const texts = (['finality', 'present', 'target', 'gap'] as const).filter((text) => !system[text]).map((what) => ({ what }));
  const lists = (['stakeholders', 'evolutions', 'works'] as const).filter((list) => system[list].length === 0).map((what) => ({ what }));
  const ofWorks = system.works.flatMap(({ id, under, roles: held }): Lack[] => [
    ...(under === undefined ? [{ what: 'under' as const, part: id }] : []),
    ...(held.length === 0 ? [{ what: 'roles' as const, part: id }] : []),
  ]);
  return [...texts, ...lists, ...ofWorks];
}

/** A system without a part, and without what named it. */
export function without(system: TargetSystem, id: string): TargetSystem {
  const keep = (one: { readonly id: string }) => one.id !== id;
  const { [id]: _, ...drawing } = system.drawing ?? {};
  return {
    ...system,
    stakeholders: system.stakeholders.filter(keep),
    challenges: system.challenges.filter(keep),
    evolutions: system.evolutions.filter(keep),
    works: system.works.filter(keep).map(({ under, ...work }) => ({
      ...work,
      ...(under !== undefined && under !== id && { under }),
      evolutions: work.evolutions.filter((one) => one !== id),
      roles: work.roles.filter(({ actor }) => actor !== id),
      contributors: work.contributors.filter((one) => one !== id),
    })),
    ...(system.drawing && { drawing }),
  };
}

/** The other arrangement: works lose their place, since it names what no longer stands around the finality. */
export const arranged = (system: TargetSystem, arrangedBy: TargetSystem['arrangedBy']): TargetSystem => ({
  ...system,
  arrangedBy,
  works: system.works.map(({ under: _, ...work }) => work),
});
