import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { decision } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Day } from '../../kernel/time.ts';
import { Prose, Title } from '../../kernel/words.ts';
import { Attachments } from './checks.ts';

const Count = z.int().min(0).max(10_000_000);

/** An indicator (indicateur), such as participants: a figure, never a list of persons. */
export const Indicator = z.strictObject({ indicator: ThingId, title: Title, kind: z.enum(['output', 'result']), target: Count.optional() });
/** How many up to a day, since the beginning, and how many of them in each group; groups may overlap. */
export const Reported = z.strictObject({
  indicator: ThingId,
  upTo: Day,
  count: Count,
  groups: z
    .array(z.strictObject({ group: Title, count: Count }))
    .max(40)
    .default([]),
});

export const IndicatorAgreed = decision('indicator-agreed', 1, Indicator);
export const IndicatorReported = decision('indicator-reported', 1, Reported);
/** How the public was told who funds the project (publicité; Regulation (EU) 2021/1060, article 50). */
export const PublicityRecorded = decision(
  'publicity-recorded',
  1,
  z.strictObject({ where: Prose, named: z.array(ThingId).min(1), missing: z.array(ThingId), attachments: Attachments }),
);

export interface Indicators {
  readonly agreed: Readonly<Record<string, { readonly upTo?: string; readonly count: number }>>;
  /** The funders that were named in public at least once. */
  readonly named: readonly string[];
}

export const indicators = facet({ agreed: {}, named: [] } as Indicators, [IndicatorAgreed, IndicatorReported, PublicityRecorded], {
  'indicator-agreed': (all, { indicator }) => ({ ...all, agreed: { ...all.agreed, [indicator]: { count: 0 } } }),
  'indicator-reported': (all, { indicator, upTo, count }) => ({ ...all, agreed: { ...all.agreed, [indicator]: { upTo, count } } }),
  'publicity-recorded': (all, { named }) => ({ ...all, named: [...new Set([...all.named, ...named])] }),
});
