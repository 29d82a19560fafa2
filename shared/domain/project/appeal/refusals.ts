import { explained } from '../../kernel/explained.ts';

/** Refusals on appeals and corrections. */
export const appealRefusals = explained({
  'nothing-to-appeal-against': {
    status: 409,
    en: 'There is no refusal to appeal against (stage: {stage}).',
    fr: 'Il n’y a pas de refus contre lequel former un recours (étape : {stage}).',
  },
  'appeal-already-lodged': {
    status: 409,
    en: 'An appeal against this decision was lodged already: after its answer, the court is open.',
    fr: 'Un recours gracieux est déjà formé contre cette décision : après sa réponse, la voie est celle du tribunal.',
  },
  'time-to-appeal-over': {
    status: 409,
    en: 'The time to appeal ended on {lastDay}: the decision is final.',
    fr: 'Le délai de recours a pris fin le {lastDay} : la décision est définitive.',
  },
  'no-appeal-pending': {
    status: 409,
    en: 'No appeal waits for an answer here (stage: {stage}).',
    fr: 'Aucun recours n’attend de réponse (étape : {stage}).',
  },
  'no-time-to-appeal-runs': {
    status: 409,
    en: 'No time to appeal runs: the holder was not told yet, an appeal waits for its answer or its correction, or the outcome is final (stage: {stage}).',
    fr: 'Aucun délai de recours ne court : la décision n’est pas notifiée, un recours attend sa réponse ou sa suite, ou la décision est définitive (étape : {stage}).',
  },
  'time-to-appeal-not-over': {
    status: 409,
    en: 'The holder can appeal until the end of {lastDay}.',
    fr: 'Le porteur peut former un recours jusqu’à la fin du {lastDay}.',
  },
  'nothing-to-correct': {
    status: 409,
    en: 'Nothing calls for a correction: no appeal was upheld, no conflict of interest waits for reassessment, or it is corrected already (stage: {stage}).',
    fr: 'Rien n’appelle de rectification : aucun recours admis, aucun conflit d’intérêts à réexaminer, ou c’est déjà rectifié (étape : {stage}).',
  },
  'correction-does-not-follow': {
    status: 422,
    en: 'What was decided ({outcome}) cannot be corrected to {to} on this ground: choose the outcome that follows from it.',
    fr: 'La décision ({outcome}) ne peut pas être rectifiée en {to} pour ce motif : choisissez l’issue qui en découle.',
  },
  'envelope-exhausted': {
    status: 409,
    en: '{funder} has {left} cents left in the call, what was kept back included, and {needed} are needed: have the envelope enlarged first.',
    fr: 'Il reste à {funder} {left} centimes dans l’appel, réserve comprise, et il en faut {needed} : faites d’abord abonder l’enveloppe.',
  },
  'application-not-to-place': {
    status: 409,
    en: 'Only an application that a correction brought back into review after its call was concluded is placed by itself (stage: {stage}).',
    fr: 'Seule une candidature rendue à l’évaluation par une rectification, après la conclusion de l’appel, se classe isolément (étape : {stage}).',
  },
});
