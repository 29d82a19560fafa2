import { explained } from '../../../kernel/explained.ts';

/** Refusals on statements of expenditure. */
export const expenditureRefusals = explained({
  'expenditure-under-examination': {
    status: 409,
    en: 'A statement of expenditure of the phase {phase} is not certified yet: wait until it is.',
    fr: 'Un bilan d’exécution de la phase {phase} n’est pas encore certifié : attendez qu’il le soit.',
  },
  'expenditure-not-paid-yet': {
    status: 422,
    en: 'Expenditure is declared once it is paid: {paidOn} is still to come.',
    fr: 'Une dépense se déclare une fois acquittée : le {paidOn} est à venir.',
  },
  'piece-already-declared': {
    status: 422,
    en: 'An earlier statement rests on the piece {piece}: leave it out, each piece counts once.',
    fr: 'Un bilan antérieur repose sur la pièce {piece} : retirez-la, chaque pièce ne compte qu’une fois.',
  },
  'simplified-cost-not-allowed': {
    status: 422,
    en: 'The policy does not allow the simplified cost {cost}: declare real costs, or one that it names.',
    fr: 'Le règlement n’admet pas le coût simplifié {cost} : déclarez des coûts réels, ou un de ceux qu’il prévoit.',
  },
  'covered-by-flat-rate': {
    status: 422,
    en: 'The flat rate of {rate} % stands for all costs other than staff: declare none beside it.',
    fr: 'Le taux forfaitaire de {rate} % couvre tous les coûts autres que le personnel : n’en déclarez pas d’autres.',
  },
  'nothing-declared': { status: 422, en: 'Declare at least one cost.', fr: 'Déclarez au moins une dépense.' },
  'report-not-awaiting-examination': {
    status: 409,
    en: 'The statement {report} does not wait for an examination: it was examined, or there is none of that number.',
    fr: 'Le bilan {report} n’attend pas d’instruction : elle est faite, ou aucun bilan ne porte ce numéro.',
  },
  'lines-do-not-match': {
    status: 422,
    en: 'Say of each line, once, what is retained. Missing: {missing}. Not in the statement: {surplus}.',
    fr: 'Dites de chaque ligne, une fois, ce qui est retenu. Manquent : {missing}. Absentes du bilan : {surplus}.',
  },
  'retained-beyond-declared': {
    status: 422,
    en: 'No more can be retained of line {line} than its {amount} cents declared.',
    fr: 'Il ne peut être retenu de la ligne {line} plus que les {amount} centimes déclarés.',
  },
  'reasons-for-setting-aside': {
    status: 422,
    en: 'Say why part of line {line} is set aside: the holder answers on that.',
    fr: 'Motivez ce qui est écarté de la ligne {line} : le porteur y répondra.',
  },
  'no-answer-on-expenditure-awaited': {
    status: 409,
    en: 'No answer on the statement {report} is awaited: nothing was set aside, it was answered, or the time for it is over.',
    fr: 'Aucune réponse n’est attendue sur le bilan {report} : rien n’est écarté, la réponse est donnée, ou le délai est passé.',
  },
  'time-to-answer-not-over': {
    status: 409,
    en: 'The holder can still answer, or nothing awaits an answer: wait for the end of the time given.',
    fr: 'Le porteur peut encore répondre, ou rien n’attend de réponse : attendez la fin du délai.',
  },
  'report-not-examined': {
    status: 409,
    en: 'The statement {report} has no examination to conclude: examine it first.',
    fr: 'Le bilan {report} n’a pas d’instruction à conclure : instruisez-le d’abord.',
  },
  'holder-not-heard': {
    status: 409,
    en: 'The holder has not been heard on what is set aside of the statement {report}: wait for the answer, or for the end of its time.',
    fr: 'Le porteur n’a pas été entendu sur ce qui est écarté du bilan {report} : attendez sa réponse, ou la fin du délai.',
  },
  'lower-than-examined': {
    status: 422,
    en: 'Line {line} cannot be retained for less than the holder was told: retain as much, or more.',
    fr: 'La ligne {line} ne peut être retenue pour moins que ce qui a été notifié au porteur : retenez autant, ou plus.',
  },
  'report-not-concluded': {
    status: 409,
    en: 'The statement {report} does not wait for certification: its examination has to be concluded first, and it is certified once.',
    fr: 'Le bilan {report} n’attend pas de certification : son instruction doit d’abord être conclue, et il est certifié une fois.',
  },
  'examiner-cannot-certify': {
    status: 403,
    en: 'Whoever examined the statement {report} cannot certify it: another person has to.',
    fr: 'Qui a instruit le bilan {report} ne peut pas le certifier : une autre personne doit le faire.',
  },
});
