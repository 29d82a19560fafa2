import { explained } from '../../../kernel/explained.ts';

/** Refusals on settlements and recoveries. */
export const recoveryRefusals = explained({
  'phase-already-settled': {
    status: 409,
    en: 'The phase {phase} is settled: its accounts open again only when an amendment changes its money.',
    fr: 'La phase {phase} est soldée : ses comptes ne rouvrent que si un avenant en modifie les crédits.',
  },
  'project-already-settled': {
    status: 409,
    en: 'The accounts of the project are closed: nothing more is asked for or declared.',
    fr: 'Les comptes du projet sont arrêtés : rien ne peut plus être demandé ni déclaré.',
  },
  'payment-under-way': {
    status: 409,
    en: 'Payments are under way in {phases}: have them made, or return them, first.',
    fr: 'Des paiements sont en cours en {phases} : faites-les payer, ou retournez-les, d’abord.',
  },
  'no-expenditure-certified': {
    status: 409,
    en: 'No expenditure of the phase {phase} was declared: declare and certify it first; without any, the phase is settled when the project closes.',
    fr: 'Aucune dépense de la phase {phase} n’est déclarée : déclarez-la et faites-la certifier ; à défaut, la phase se solde à la clôture du projet.',
  },
  'phases-not-settled': {
    status: 409,
    en: 'These phases have to be settled first: {phases}.',
    fr: 'Ces phases doivent d’abord être soldées : {phases}.',
  },
  'balance-not-requested': {
    status: 409,
    en: 'The balance of these phases is still to be requested and paid: {phases}.',
    fr: 'Le solde de ces phases reste à demander et à payer : {phases}.',
  },
  'recovery-awaits-payment': {
    status: 409,
    en: 'These recoveries are still owed: {recoveries}. Have them paid back, or waive them, first.',
    fr: 'Ces reversements restent dus : {recoveries}. Faites-les payer, ou abandonnez-les, d’abord.',
  },
  'project-not-settled': {
    status: 409,
    en: 'The accounts of the project are still open: settle the project first.',
    fr: 'Les comptes du projet ne sont pas arrêtés : soldez d’abord le projet.',
  },
  'recovery-closed': {
    status: 409,
    en: 'Nothing is owed on recovery {recovery}: it was paid back or waived, or there is none of that number.',
    fr: 'Rien n’est dû au titre du reversement {recovery} : il est payé ou abandonné, ou n’existe pas.',
  },
  'recovery-already-ordered': {
    status: 409,
    en: 'The claim for recovery {recovery} is issued already.',
    fr: 'Le titre du reversement {recovery} est déjà émis.',
  },
  'recovery-not-ordered': {
    status: 409,
    en: 'No claim was issued for recovery {recovery}: the authorising officer has to issue it first.',
    fr: 'Aucun titre n’est émis pour le reversement {recovery} : l’ordonnateur doit d’abord l’émettre.',
  },
  'beyond-recovery': {
    status: 422,
    en: 'Only {owed} cents are still owed on recovery {recovery}: record no more than that.',
    fr: 'Il ne reste dû que {owed} centimes au titre du reversement {recovery} : n’enregistrez pas davantage.',
  },
});
