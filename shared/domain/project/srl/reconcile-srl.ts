import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { claimedIn, differencesOf, isBetween } from './assessments.ts';
import { AssessedLevel, SRL_SCALE } from './scale.ts';
import { SrlReconciled } from './srl.ts';
import { barredFromAssessing, whyBarred } from './who-assesses.ts';

export const reconcileSrl = projectCommand({
  name: 'reconcile-srl',
  says: { en: 'Reconcile two SRL assessments', fr: 'Concilier deux appréciations SRL' },
  about:
    'Records what is agreed, with reasons, on each level on which the two assessors differ. It lies between what they found; an assessment that is corrected afterwards asks for it anew.',
  data: z.strictObject({ levels: z.array(AssessedLevel).min(1).max(9), reasons: Prose }),
  example: {
    levels: [{ level: 3, outcome: 'to-consolidate', evidence: 'Two of the three groups of stakeholders accept the concept.' }],
    reasons: 'Both assessors heard the third group together: its reservations stand.',
  },
  refuses: ['srl-review-not-open', ...barredFromAssessing, 'srl-assessments-agree', 'srl-differences-unsettled', 'srl-beyond-assessments'],

  decide(state, { data: { levels, reasons }, by }) {
    const { open } = state.srl;
    if (!open) return refuse('srl-review-not-open');
    const barred = whyBarred(state, by);
    if (barred) return barred;
    const { review, assessments } = open;
    const differing = differencesOf(assessments);
    if (differing.length === 0) return refuse('srl-assessments-agree');
    const settled = levels.map(({ level }) => level);
    const amiss = [
      ...differing.filter((level) => !settled.includes(level)),
      ...settled.filter((level, index) => !differing.includes(level) || settled.indexOf(level) !== index),
    ];
    if (amiss.length > 0) return refuse('srl-differences-unsettled', { levels: amiss });
    const beyond = levels.filter((level) => !isBetween(assessments, level)).map(({ level }) => level);
    if (beyond.length > 0) return refuse('srl-beyond-assessments', { levels: beyond });
    const assessors = assessments.map(({ assessor }) => assessor);
    const inOrder = levels.toSorted((a, b) => a.level - b.level);
    return SrlReconciled({ review, assessors, scale: SRL_SCALE, claimed: claimedIn(assessments), levels: inOrder, reasons });
  },
});
