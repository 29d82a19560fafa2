import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { isPhase } from '../stage.ts';
import { ValueReview, ValueReviewed } from './value.ts';

export const reviewValue = projectCommand({
  name: 'review-value',
  says: { en: 'Review value', fr: 'Faire le point sur la valeur' },
  about:
    'Says how the project produces value and how it is paid for it: families of capture, the five points of attention each with its second question, and the value produced by dimension, also what nobody pays for. It is due in every phase.',
  data: ValueReview,
  example: {
    captures: [
      { family: 'redistribution', standing: 'established', detail: 'A grant of the Region for two years.' },
      { family: 'community', standing: 'sought', detail: 'A contribution in time by inhabitants.' },
    ],
    attention: {
      risk: { finding: 'The association alone bears the risk.', second: 'The municipalities could guarantee a part of it.' },
      extraEffort: { finding: 'Volunteers prepare the workshops.', second: 'Not beyond the second year without a paid post.' },
      coBenefits: { finding: 'The waste service treats less.', second: 'Yes: its costs fall as long as workshops are held.' },
      lastingSupport: { finding: 'One grant, renewed once.', second: 'Limited to two years.' },
      elasticity: { finding: 'A fixed amount for each year.', second: 'No: more workshops bring no more money.' },
    },
    produced: [
      { dimension: 'environmental', value: 'Two tonnes repaired and not thrown away.', paidFor: 'no' },
      { dimension: 'social', value: 'Neighbours meet who did not know each other.', paidFor: 'in-part' },
    ],
  },
  refuses: ['not-in-a-phase'],

  decide({ stage, phases: { current } }, { data }) {
    if (!isPhase(stage) || !current) return refuse('not-in-a-phase', { stage });
    return ValueReviewed({ ...data, phase: current });
  },
});
