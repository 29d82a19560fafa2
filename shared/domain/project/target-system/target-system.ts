import { z } from 'zod';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Prose } from '../../kernel/words.ts';
import { TargetSystem } from './document.ts';

export const TargetSystemRevised = decision('target-system-revised', 1, z.strictObject({ system: TargetSystem }));
/** A version that others talk over and can come back to; versions are numbered from 1. */
export const TargetSystemPublished = decision(
  'target-system-published',
  1,
  z.strictObject({ version: z.int().min(1), system: TargetSystem, note: Prose.optional() }),
);

export interface TargetSystems {
  /** As it was written last. */
  readonly draft: TargetSystem;
  /** The last version that was published. */
  readonly published?: Moment & { readonly version: number; readonly system: TargetSystem };
}

/** A target system of which nothing is written. */
export const blank: TargetSystem = { arrangedBy: 'challenge', stakeholders: [], challenges: [], evolutions: [], works: [] };

/** The target system of a project as it is being written, and its last version. Earlier versions are in the decisions. */
export const targetSystem = facet({ draft: blank } as TargetSystems, [TargetSystemRevised, TargetSystemPublished], {
  'target-system-revised': (all, { system }) => ({ ...all, draft: system }),
  'target-system-published': (_, { version, system }, happened) => ({ draft: system, published: { ...momentOf(happened), version, system } }),
});
