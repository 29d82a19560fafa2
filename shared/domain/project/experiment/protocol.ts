import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { Attachment } from '../../kernel/attachment.ts';
import { Day } from '../../kernel/time.ts';
import { Prose, Title } from '../../kernel/words.ts';

/** Ids, each once. */
const Ids = z
  .array(ThingId)
  .min(1)
  .max(60)
  .refine((ids) => new Set(ids).size === ids.length, 'name each once');

/** What the innovation has to do to be itself; named at SRL 4, tested at SRL 5, the same objects in both (DOMAIN §4, §6). */
export const KeyFunction = z.strictObject({ id: ThingId, title: Title, description: Prose.optional() });
export type KeyFunction = Readonly<z.output<typeof KeyFunction>>;

/** Key functions, the one to test first at the head. */
export const KeyFunctions = z
  .array(KeyFunction)
  .min(1)
  .max(60)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'name each once');

/** The frame of an experimentation (protocole d'expérimentation, DOMAIN §6). */
export const Protocol = z.strictObject({
  protocol: ThingId,
  title: Title,
  stage: z.enum(['exploratory', 'formalisation', 'diffusion']),
  /** Whose experimentation it is: one project, a programme, several organisations, a whole ecosystem. */
  perimeter: z.enum(['project', 'programme', 'organisations', 'ecosystem']),
  keyFunctions: Ids,
  /** How knowledge is produced. */
  methods: z.array(Prose).max(40),
  researchNeeds: z.array(Prose).max(40),
});

/** Step 1: what is to be tested, and by what it will be seen to hold. */
export const Hypothesis = z.strictObject({
  protocol: ThingId,
  hypothesis: ThingId,
  statement: Prose,
  keyFunction: ThingId,
  /** 1 is tested first. */
  rank: z.int().min(1).max(100),
  criteria: z
    .array(z.strictObject({ criterion: ThingId, text: Prose }))
    .min(1)
    .max(20)
    .refine((all) => new Set(all.map(({ criterion }) => criterion)).size === all.length, 'name each criterion once'),
});

const Activity = z
  .strictObject({ what: Prose, who: Title, from: Day, to: Day })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'an activity ends on the day on which it begins, or later' });

const Tool = z.strictObject({ name: Title, purpose: Prose, tests: Ids });

/** The six steps of a cycle. */
const Step = z.enum(['formulate', 'plan', 'build-tools', 'run', 'report', 'share']);

/** Steps 2 and 3, which are taken together: who does what when, and the tools that test the hypotheses. */
export const CyclePlan = z.strictObject({
  protocol: ThingId,
  hypotheses: Ids,
  activities: z.array(Activity).min(1).max(100),
  tools: z.array(Tool).min(1).max(40),
  /** Stakeholders mobilised, step by step. */
  mobilised: z.array(z.strictObject({ step: Step, who: Title })).max(100),
});

/** Step 4. */
export const Observation = z.strictObject({
  protocol: ThingId,
  hypothesis: ThingId,
  observedOn: Day,
  observation: Prose,
  attachments: z.array(Attachment).max(20),
});

export const HypothesisResult = z.enum(['validated', 'refuted', 'inconclusive']);
export type HypothesisResult = z.output<typeof HypothesisResult>;

/** Step 5: each result is one; a hypothesis that is refuted teaches as much as one that is validated. */
export const Conclusion = z.strictObject({
  protocol: ThingId,
  hypothesis: ThingId,
  result: HypothesisResult,
  criteria: z
    .array(z.strictObject({ criterion: ThingId, found: z.enum(['met', 'not-met', 'not-observed']) }))
    .min(1)
    .max(20),
  reasons: Prose,
});

/** Step 6: what was learned and which effects were evaluated, and with whom it was talked over. */
export const Sharing = z.strictObject({
  protocol: ThingId,
  with: z.array(Title).min(1).max(60),
  learning: Prose,
  effects: z.array(z.strictObject({ effect: Prose, evaluation: Prose })).max(40),
  attachments: z.array(Attachment).max(20),
});
