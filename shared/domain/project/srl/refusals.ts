import { explained } from '../../kernel/explained.ts';

/** Refusals on SRL reviews. */
export const srlRefusals = explained({
  'srl-review-open': {
    status: 409,
    en: 'SRL review {review} is open: conclude it first.',
    fr: 'La revue SRL {review} est ouverte : concluez-la d’abord.',
  },
  'srl-review-not-open': { status: 409, en: 'No SRL review is open.', fr: 'Aucune revue SRL n’est ouverte.' },
  'srl-levels-incomplete': {
    status: 422,
    en: 'Assess every level from 1 up to the one claimed, each once: {levels} missing, repeated or beyond it.',
    fr: 'Appréciez chaque niveau de 1 au niveau visé, une fois chacun : {levels} manquent, se répètent ou le dépassent.',
  },
  'srl-not-assessed': {
    status: 409,
    en: 'An assessor has to assess the levels before the review is concluded.',
    fr: 'Un évaluateur doit apprécier les niveaux avant la conclusion de la revue.',
  },
  'consolidation-plan-incomplete': {
    status: 422,
    en: 'The consolidation plan has to say what is done for each level to consolidate, and only for levels that are not consolidated: {levels}.',
    fr: 'Le plan de consolidation traite chaque niveau à consolider, et seulement des niveaux qui ne sont pas consolidés : {levels}.',
  },
  'srl-review-still-in-time': {
    status: 409,
    en: 'The review can be concluded until the end of {lapsesOn}: it is missed after that.',
    fr: 'La revue peut être conclue jusqu’à la fin du {lapsesOn} : elle est manquée ensuite.',
  },
});
