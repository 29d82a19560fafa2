import { differences } from '../application/differences.ts';
import type { TargetSystem } from './document.ts';

/** What became of the stakeholders, challenges, evolutions or works from one version to another, by their ids. */
export interface PartDifferences {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** With the fields that are not the same. */
  readonly changed: readonly { readonly id: string; readonly fields: readonly string[] }[];
}

export interface TargetSystemDifferences {
  /** Texts that are not the same, and the arrangement where it changed. */
  readonly texts: readonly string[];
  readonly stakeholders: PartDifferences;
  readonly challenges: PartDifferences;
  readonly evolutions: PartDifferences;
  readonly works: PartDifferences;
}

type Identified = readonly { readonly id: string }[];

const fieldsChanged = (before: object, after: object): string[] => [...new Set(differences(before, after).map(({ field }) => field))];

function ofParts(before: Identified, after: Identified): PartDifferences {
  const missingFrom = (others: Identified) => (part: { readonly id: string }) => !others.some(({ id }) => id === part.id);
  const changed = before.flatMap((part) => {
    const now = after.find(({ id }) => id === part.id);
    const fields = now ? fieldsChanged(part, now) : [];
    return fields.length > 0 ? [{ id: part.id, fields }] : [];
  });
  return {
    added: after.filter(missingFrom(before)).map(({ id }) => id),
    removed: before.filter(missingFrom(after)).map(({ id }) => id),
    changed,
  };
}

/** What changed from one version of a target system to another. Parts that only changed places, in their list or in the drawing, are the same. */
export function targetSystemDifferences(before: TargetSystem, after: TargetSystem): TargetSystemDifferences {
  const textsOf = ({ finality, present, target, gap, arrangedBy }: TargetSystem) => ({ finality, present, target, gap, arrangedBy });
  return {
    texts: fieldsChanged(textsOf(before), textsOf(after)),
    stakeholders: ofParts(before.stakeholders, after.stakeholders),
    challenges: ofParts(before.challenges, after.challenges),
    evolutions: ofParts(before.evolutions, after.evolutions),
    works: ofParts(before.works, after.works),
  };
}
