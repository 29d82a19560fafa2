import { explained } from '../../kernel/explained.ts';

/** Refusals on progress reports. */
export const reportsRefusals = explained({
  'report-period-wrong': {
    status: 422,
    en: 'This report covers from {from} up to a day between then and today, {today}: not up to {upTo}.',
    fr: 'Ce rapport couvre du {from} à un jour compris entre cette date et ce jour, le {today} : pas jusqu’au {upTo}.',
  },
  'report-not-returned': {
    status: 409,
    en: 'Report {report} was not returned: only a report that was returned is corrected. Submit the next one instead.',
    fr: 'Le rapport {report} n’a pas été renvoyé : seul un rapport renvoyé se corrige. Remettez plutôt le suivant.',
  },
  'report-not-submitted': {
    status: 409,
    en: 'No report {report} waits for an answer: it was not submitted, or it was accepted or returned.',
    fr: 'Aucun rapport {report} n’attend de réponse : il n’est pas remis, ou il est accepté ou renvoyé.',
  },
});
