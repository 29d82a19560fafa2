import { explained } from '../../kernel/explained.ts';
import { expenditureRefusals } from './expenditure/refusals.ts';
import { recoveryRefusals } from './recovery/refusals.ts';

/** Refusals on payments, on the expenditure that they rest on, and on what has to come back. */
export const paymentsRefusals = explained({
  ...expenditureRefusals,
  ...recoveryRefusals,
  'full-procedure': {
    status: 409,
    en: 'This programme pays in the full procedure: approve the payment, have it ordered, then record it as paid.',
    fr: 'Ce programme paie selon la procédure complète : validez le paiement, faites-le mandater, puis enregistrez-le comme payé.',
  },
  'simple-procedure': {
    status: 409,
    en: 'This programme pays in the simple procedure: release the tranche that was requested.',
    fr: 'Ce programme paie selon la procédure simple : mettez en paiement la tranche demandée.',
  },
  'phase-frozen': {
    status: 409,
    en: 'A return keeps back the money of the phase {phase}: ask again once the project has come back to it.',
    fr: 'Un retour à une phase antérieure gèle les crédits de la phase {phase} : refaites la demande quand le projet y sera revenu.',
  },
  'advance-not-justified': {
    status: 409,
    en: 'Certified expenditure justifies {justified} cents of aid in the phase {phase}; the instalment needs {needed}: declare more of it first.',
    fr: 'Les dépenses certifiées justifient {justified} centimes d’aide en phase {phase} ; l’acompte en demande {needed} : déclarez d’abord d’autres dépenses.',
  },
  'phase-not-settled': {
    status: 409,
    en: 'The balance follows from the settlement of the phase {phase}: it has to be settled first.',
    fr: 'Le solde résulte de l’arrêté des comptes de la phase {phase} : elle doit d’abord être soldée.',
  },
  'beyond-agreement': {
    status: 409,
    en: 'This payment would take a funder beyond what the agreement foresees for the phase {phase}: return the request, or amend the agreement.',
    fr: 'Ce paiement dépasserait ce que la convention prévoit d’un financeur pour la phase {phase} : retournez la demande ou passez un avenant.',
  },
  'took-part-before': {
    status: 403,
    en: 'Whoever requested this payment, or examined or certified what it rests on, can neither approve nor order it: another person has to.',
    fr: 'Qui a demandé ce paiement, ou instruit ou certifié ce qui le fonde, ne peut ni le valider ni le mandater : une autre personne doit le faire.',
  },
  'approved-by-the-same-person': {
    status: 403,
    en: 'You have approved this payment already: the second approval is another person’s.',
    fr: 'Vous avez déjà validé ce paiement : la seconde validation revient à une autre personne.',
  },
  'payment-already-approved': {
    status: 409,
    en: 'The {kind} of the phase {phase} has the approvals that it needs: it can be ordered.',
    fr: 'La tranche {kind} de la phase {phase} a les validations nécessaires : elle peut être mandatée.',
  },
  'double-funding-found': {
    status: 409,
    en: 'The last check found that other public money pays the same costs: settle that, and record a new check, before approving.',
    fr: 'La dernière vérification constate un double financement : réglez-le et enregistrez une nouvelle vérification avant de valider.',
  },
  'approvals-missing': {
    status: 409,
    en: 'This payment needs {needed} approvals by different people and has {given}: have it approved first.',
    fr: 'Ce paiement demande {needed} validation(s) de personnes différentes et en a {given} : faites-le d’abord valider.',
  },
  'payment-already-ordered': {
    status: 409,
    en: 'The {kind} of the phase {phase} is ordered: the accountant pays it, or rejects it first.',
    fr: 'La tranche {kind} de la phase {phase} est mandatée : le comptable la paie, ou la rejette d’abord.',
  },
  'correction-not-said': {
    status: 422,
    en: 'The accountant rejected this payment: say what was corrected when you order it again.',
    fr: 'Le comptable a rejeté ce paiement : dites ce qui est corrigé en le mandatant de nouveau.',
  },
  'payment-not-ordered': {
    status: 409,
    en: 'No order to pay the {kind} of the phase {phase} waits for the accountant: the authorising officer has to order it first.',
    fr: 'Aucun mandat de la tranche {kind} de la phase {phase} n’attend le comptable : l’ordonnateur doit d’abord la mandater.',
  },
  'payer-took-part': {
    status: 403,
    en: 'The offices of authorising officer and accountant are incompatible: whoever acted on this before cannot record or reject it, another person has to.',
    fr: 'Les fonctions d’ordonnateur et de comptable sont incompatibles : qui est déjà intervenu ne peut ni enregistrer ni rejeter ; une autre personne doit le faire.',
  },
  'paid-out-of-time': {
    status: 422,
    en: 'Money moves between the order, on {orderedOn}, and today: give the day of the bank statement, not {paidOn}.',
    fr: 'Un paiement a lieu entre l’ordre, le {orderedOn}, et ce jour : indiquez le jour du relevé, pas le {paidOn}.',
  },
});
