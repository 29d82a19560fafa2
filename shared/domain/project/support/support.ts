import { z } from 'zod';
import { PersonId, ThingId } from '../../kernel/actor.ts';
import { decision } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Cents } from '../../kernel/money.ts';
import { Day } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { Phase } from '../../programme/policy.ts';
import { MilestoneAssessed } from '../milestones/milestones.ts';
import { SrlAssessed, SrlReconciled } from '../srl/srl.ts';
import { WorkSrlAssessed } from '../srl/works.ts';
import { NeedKind } from './kinds.ts';

export const AccompanierNamed = decision('accompanier-named', 1, z.strictObject({ accompanier: PersonId }));
export const AccompanierReleased = decision('accompanier-released', 1, z.strictObject({ accompanier: PersonId }));
export const NeedStated = decision('need-stated', 1, z.strictObject({ need: ThingId, kind: NeedKind, detail: Prose }));
export const NeedWithdrawn = decision('need-withdrawn', 1, z.strictObject({ need: ThingId, reasons: Prose }));
export const NeedMet = decision('need-met', 1, z.strictObject({ need: ThingId, how: Prose }));
export const SupportOffered = decision(
  'support-offered',
  1,
  /** `phase` is the one in which it can be taken up; absent where it does not matter. */
  z.strictObject({ offer: ThingId, kind: NeedKind, detail: Prose, need: ThingId.optional(), phase: Phase.optional() }),
);
/** What a project was given: one visit, one study, one meeting. */
export const SupportGiven = z.strictObject({
  kind: NeedKind,
  givenOn: Day,
  /** By quarters of an hour. */
  hours: z.number().min(0.25).max(2000).multipleOf(0.25),
  accompanier: PersonId.optional(),
  need: ThingId.optional(),
  offer: ThingId.optional(),
  /** What it cost, in cents: time for cooperation is a cost like another and can be eligible. */
  cost: Cents.optional(),
  detail: Prose,
});
export const SupportRecorded = decision('support-recorded', 1, SupportGiven.extend({ phase: Phase }));

export interface Need {
  readonly kind?: NeedKind;
  readonly ended?: 'met' | 'withdrawn';
}

export interface Support {
  /** Persons who accompany the project, or did: the one who was released keeps the entry. */
  readonly accompaniers: Readonly<Record<string, 'named' | 'released'>>;
  /** Persons who assessed the project's milestones, its SRL or that of one of its works. */
  readonly assessors: readonly string[];
  readonly needs: Readonly<Record<string, Need>>;
  readonly offers: Readonly<Record<string, NeedKind>>;
  /** What was given in each phase: hours by quarters, cost in cents. */
  readonly given: Readonly<Partial<Record<Phase, { readonly hours: number; readonly cost: number }>>>;
}

const nothing: Support = { accompaniers: {}, assessors: [], needs: {}, offers: {}, given: {} };
const changing = [
  AccompanierNamed,
  AccompanierReleased,
  NeedStated,
  NeedWithdrawn,
  NeedMet,
  SupportOffered,
  SupportRecorded,
  SrlAssessed,
  SrlReconciled,
  WorkSrlAssessed,
  MilestoneAssessed,
] as const;

const withAssessor = (all: Support, person: string): Support =>
  all.assessors.includes(person) ? all : { ...all, assessors: [...all.assessors, person] };

/** Who accompanies a project, what it needs, what it was offered and given. */
export const support = facet(nothing, changing, {
  'accompanier-named': (all, { accompanier }) => ({ ...all, accompaniers: { ...all.accompaniers, [accompanier]: 'named' } }),
  'accompanier-released': (all, { accompanier }) => ({ ...all, accompaniers: { ...all.accompaniers, [accompanier]: 'released' } }),
  'need-stated': (all, { need, kind }) => ({ ...all, needs: { ...all.needs, [need]: { kind } } }),
  'need-withdrawn': (all, { need }) => ({ ...all, needs: { ...all.needs, [need]: { ...all.needs[need], ended: 'withdrawn' } } }),
  'need-met': (all, { need }) => ({ ...all, needs: { ...all.needs, [need]: { ...all.needs[need], ended: 'met' } } }),
  'support-offered': (all, { offer, kind }) => ({ ...all, offers: { ...all.offers, [offer]: kind } }),
  'support-recorded': (all, { phase, hours, cost = 0 }) => {
    const before = all.given[phase] ?? { hours: 0, cost: 0 };
    return { ...all, given: { ...all.given, [phase]: { hours: before.hours + hours, cost: before.cost + cost } } };
  },
  'srl-assessed': (all, { assessor }) => withAssessor(all, assessor),
  'srl-reconciled': (all, _, { by }) => withAssessor(all, by.id),
  'work-srl-assessed': (all, { assessor }) => withAssessor(all, assessor),
  'milestone-assessed': (all, _, { by }) => withAssessor(all, by.id),
});

/** Whether a person accompanies a project or ever did (accompagnateur): then they assess nothing of it. */
export const accompanies = ({ support: { accompaniers } }: { readonly support: Support }, person: string): boolean =>
  Object.hasOwn(accompaniers, person);

/** The persons who accompany a project now. */
export const accompaniersNow = ({ accompaniers }: Support): string[] =>
  Object.keys(accompaniers).filter((person) => accompaniers[person] === 'named');
