import { z } from 'zod';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Prose } from '../../kernel/words.ts';
import { Phase } from '../../programme/policy.ts';
import { CaptureFamily } from './families.ts';

/** A family of capture that the project draws on, or seeks to. */
const Capture = z.strictObject({ family: CaptureFamily, standing: z.enum(['established', 'partial', 'sought']), detail: Prose });

/** One point of attention: what was found, and the answer to the second question that goes with it. */
const Point = z.strictObject({ finding: Prose, second: Prose });

/** The five points of attention (DOMAIN §7). */
const Attention = z.strictObject({
  /** Who bears the economic risk? Should others bear it? */
  risk: Point,
  /** Who bears the extra effort? Can it last? */
  extraEffort: Point,
  /** Who else draws benefit from the value? Would they gain if it lasted? */
  coBenefits: Point,
  /** What supports are there? Are they a step limited in time, or stable? */
  lastingSupport: Point,
  /** How is the activity paid for? Does the pay grow with the value produced? */
  elasticity: Point,
});

/** Value that is produced, whether or not somebody pays for it. */
const Produced = z.strictObject({
  dimension: z.enum(['economic', 'social', 'environmental', 'democratic', 'cultural']),
  value: Prose,
  paidFor: z.enum(['yes', 'in-part', 'no']),
});

/** How a project produces value and is paid for it, as seen in one phase. */
export const ValueReview = z.strictObject({
  captures: z.array(Capture).max(12),
  attention: Attention,
  produced: z.array(Produced).min(1).max(60),
});
export const ValueReviewed = decision('value-reviewed', 1, ValueReview.extend({ phase: Phase }));

export interface Value {
  /** The phases in which a value review was done, in the order of the first one of each. */
  readonly reviewed: readonly Phase[];
  readonly last?: Moment;
}

/** When value was reviewed. What was found is in the decisions. */
export const value = facet({ reviewed: [] } as Value, [ValueReviewed], {
  'value-reviewed': ({ reviewed }, { phase }, happened) => ({
    reviewed: reviewed.includes(phase) ? reviewed : [...reviewed, phase],
    last: momentOf(happened),
  }),
});
