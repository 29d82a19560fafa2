import { z } from 'zod';
import { Text, ThingId } from '../../kernel/actor.ts';
import { decision } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Title } from '../../kernel/words.ts';
import { Phase } from '../../programme/policy.ts';
import { WorkCategory } from '../application/content.ts';
import { SrlLevel } from '../srl/scale.ts';
import { NeedKind } from '../support/kinds.ts';
import { CaptureFamily } from '../value/families.ts';

const Work = z.strictObject({
  title: Text,
  category: WorkCategory,
  /** The source does not name the category: it is read from what is done. */
  inferred: z.literal(true).optional(),
  /** The source calls it a priority. */
  priority: z.literal(true).optional(),
});

/** How value is captured (DOMAIN §7), and whether the source says so, says that it is sought, or leaves it to be read. */
const ValueFamily = z.strictObject({
  family: CaptureFamily,
  standing: z.enum(['stated', 'sought', 'inferred']),
});

/** The levels of a phase; phases overlap (DOMAIN §4). */
const levelsOf = { concept: [1, 4], pilot: [4, 7], institutionalisation: [7, 9] } as const;

const WorkReading = z.strictObject({ work: Text, reached: SrlLevel, reason: Text });

/** Where somebody reads a project on the SRL scale from a public text: never an assessment with evidence. */
export const Reading = z
  .strictObject({
    phase: Phase,
    /** The highest level read with no gap below it. */
    reached: SrlLevel,
    /** Where the text places it between two levels: the higher one. */
    to: SrlLevel.optional(),
    /** Levels read as reached and still to be consolidated. */
    toConsolidate: z.array(SrlLevel).min(1).max(9).optional(),
    /** Why it is read so. */
    reason: Text,
    /** Works that are read apart from their project. */
    works: z.array(WorkReading).min(1).max(40).optional(),
  })
  .check(({ value, issues }) => {
    const [first, last] = levelsOf[value.phase];
    const say = (path: string, message: string) => issues.push({ code: 'custom', input: value, path: [path], message });
    if (value.reached < first || value.reached > last) say('reached', `the phase ${value.phase} goes from level ${first} to ${last}`);
    if (value.to !== undefined && value.to !== value.reached + 1) say('to', 'a placement between two levels names the one after the level reached');
    if (value.toConsolidate?.some((level) => level > value.reached)) say('toConsolidate', 'only a level that is reached can be to consolidate');
  });

/** What a public text says of a project, in the words of whoever records it. */
export const CaseStudy = z.strictObject({
  programme: ThingId,
  name: Text,
  family: z.enum(['social-justice', 'territorial-commons', 'eco-responsible-sectors']),
  /** The organisations that carry it. */
  holder: Title,
  aim: Text,
  works: z.array(Work).min(1).max(40),
  needs: z
    .array(z.strictObject({ kind: NeedKind, detail: Text }))
    .min(1)
    .max(40),
  partners: z.array(Text).max(40),
  /** Empty where the source does not say. */
  valueFamilies: z.array(ValueFamily).max(8),
  valueNote: Text.optional(),
  reading: Reading,
  source: z.strictObject({
    document: Title,
    section: Title,
    /** Where the project itself tells more. */
    more: z.array(z.url({ protocol: /^https?$/ })).max(10),
  }),
});

export const CaseStudyRecorded = decision(
  'case-study-recorded',
  1,
  CaseStudy.extend({
    /** The scale that the reading was made on, with its attribution: shown wherever the level is. */
    scale: z.string().min(1),
  }),
);
export type CaseStudyOnRecord = ReturnType<typeof CaseStudyRecorded>['data'];

/** What a public text says of the project; undefined where the project is on the award path. */
export const caseStudy = facet(undefined as CaseStudyOnRecord | undefined, [CaseStudyRecorded], { 'case-study-recorded': (_, recorded) => recorded });
