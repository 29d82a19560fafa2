import type { z } from 'zod';
import type { Marks } from '../call/scoring.ts';
import type { Terms } from '../call/terms.ts';
import { Policy } from '../programme/policy.ts';
import type { Share } from '../programme/shares.ts';
import type { Content } from '../project/application/content.ts';
import type { submitReview } from '../project/review/submit-review.ts';
import type { AssessedLevel } from '../project/srl/scale.ts';

/** The policy that is in force when nothing else was adopted. */
export const defaultPolicy: Policy = Policy.parse({});

export const envelope: readonly Share[] = [
  { funder: 'region', amount: 60_000_000 },
  { funder: 'esf', amount: 40_000_000 },
];

export const terms: Terms = {
  programme: 'breakthrough',
  title: { fr: 'Innovation sociale de rupture 2027', en: 'Breakthrough social innovation 2027' },
  envelope: [...envelope],
  opensOn: '2027-01-11',
  closesOn: '2027-03-12',
  selectionOn: '2027-05-28',
  maxGrant: 15_000_000,
};

/** A complete application with a balanced financing plan that asks for this much, in cents. */
export const contentAsking = (requested: number): Content => ({
  title: 'Repair workshops in every village',
  summary: 'Shared workshops where inhabitants repair what they own.',
  finality: 'Nobody has to throw away what can be mended.',
  organisation: 'Les Ateliers de Nulle-Part',
  works: [{ name: 'Trial workshops', category: 'experimentation', description: 'Try five forms of workshop.' }],
  budget: { needs: [{ label: 'Staff', amount: requested + 2_000_000 }], resources: [{ label: 'Own funds', amount: 2_000_000 }] },
  requested,
  expectedStart: '2027-09-01',
  selfAssessment: [{ criterion: 'cooperation', text: 'Twelve municipalities take part.' }],
});

export const content: Content = contentAsking(10_000_000);

/** The same mark for every criterion of the default rubric, save those given. */
export const marks = (mark: number, save: Readonly<Record<string, number>> = {}): Marks =>
  defaultPolicy.rubric.map(({ criterion }) => ({ criterion, mark: save[criterion] ?? mark }));

/** A whole review that gives these marks. */
export const reviewGiving = (mark: number, save: Readonly<Record<string, number>> = {}): z.input<(typeof submitReview)['data']> => ({
  marks: marks(mark, save).map((given) => ({ ...given, reason: 'What the file shows.' })),
  opinion: mark >= 3 ? 'favourable' : 'unfavourable',
  comment: 'Read with care.',
});

/** An assessment of every level up to `claimed`: consolidated up to `consolidated`, to consolidate up to `reached`, not reached above. */
export const levels = (claimed: number, reached: number, consolidated: number): AssessedLevel[] =>
  Array.from({ length: claimed }, (_, index) => index + 1).map((level) => ({
    level,
    outcome: level <= consolidated ? 'consolidated' : level <= reached ? 'to-consolidate' : 'not-reached',
    evidence: `What was shown at level ${level}.`,
  }));

/** A consolidation plan with one line for each of these levels. */
export const planFor = (...planned: readonly number[]) =>
  planned.map((level) => ({ level, keyFunction: 'Shared premises', support: 'Two days of method.', dueOn: '2028-12-31' }));
