import { explained } from '../../kernel/explained.ts';

/** Refusals on the agreement: its draft and signatures, its amendments, and how it can stop or end. */
export const agreementRefusals = explained({
  'party-listed-twice': {
    status: 422,
    en: 'These parties are listed twice: {parties}. Give each one a name of its own.',
    fr: 'Ces parties figurent deux fois : {parties}. Donnez à chacune un nom qui lui est propre.',
  },
  'party-roles-missing': {
    status: 422,
    en: 'An agreement needs somebody who grants and somebody who receives; missing: {roles}.',
    fr: 'Une convention lie celui qui accorde l’aide et celui qui la reçoit ; il manque : {roles}.',
  },
  'end-already-past': {
    status: 422,
    en: 'The last day of an agreement is still to come: {endsOn} is not.',
    fr: 'Le dernier jour d’une convention est à venir : {endsOn} ne l’est pas.',
  },
  'beyond-funder-end': {
    status: 422,
    en: 'The agreement cannot last until {endsOn}: the money of these funders cannot be spent that late: {funders}. Choose an earlier day.',
    fr: 'La convention ne peut pas durer jusqu’au {endsOn} : les crédits de ces financeurs ne peuvent plus être dépensés alors : {funders}. Choisissez une date antérieure.',
  },
  'agreement-not-drafted': {
    status: 409,
    en: 'There is nothing to sign yet: draft the agreement first.',
    fr: 'Il n’y a encore rien à signer : rédigez d’abord la convention.',
  },
  'party-unknown': {
    status: 422,
    en: '{party} is no party to the agreement: name one of its parties.',
    fr: '{party} n’est pas partie à la convention : indiquez l’une de ses parties.',
  },
  'not-the-signatory': {
    status: 403,
    en: 'Only the signatory named in the agreement signs for {party}.',
    fr: 'Seul le signataire désigné par la convention signe au nom de {party}.',
  },
  'party-already-signed': { status: 409, en: '{party} has already signed.', fr: '{party} a déjà signé.' },
  'agreement-not-in-force': {
    status: 409,
    en: 'No agreement is in force: it is not signed yet, it was terminated, or the project is closing (stage: {stage}).',
    fr: 'Aucune convention n’est en vigueur : elle n’est pas signée, elle est résiliée, ou le projet est en clôture (étape : {stage}).',
  },
  'agreement-not-signed': {
    status: 409,
    en: 'There is no signed agreement (stage: {stage}), so no grant to publish.',
    fr: 'Aucune convention n’est signée (étape : {stage}) : il n’y a pas de subvention à publier.',
  },
  'amendment-changes-nothing': {
    status: 422,
    en: 'The amendment changes nothing: name amounts, payments, a last day or conditions that differ from those in force.',
    fr: 'L’avenant ne change rien : indiquez des montants, des paiements, une date de fin ou des conditions qui diffèrent de ceux en vigueur.',
  },
  'beyond-commitment': {
    status: 422,
    en: 'These funders would be held to more than before: {funders}. More money takes a new award.',
    fr: 'Ces financeurs seraient engagés au-delà de leur part : {funders}. Un montant supérieur suppose une nouvelle attribution.',
  },
  'below-settled': {
    status: 422,
    en: 'More than that was already asked for or paid of the share of these funders: {funders}. Name a higher amount.',
    fr: 'Une somme supérieure est déjà demandée ou payée sur la part de ces financeurs : {funders}. Indiquez un montant plus élevé.',
  },
  'payment-settled': {
    status: 422,
    en: 'These payments were asked for or made and do not change any more: {payments}. Leave them as they are.',
    fr: 'Ces paiements sont demandés ou effectués et ne changent plus : {payments}. Laissez-les tels quels.',
  },
  'no-amendment-drafted': {
    status: 409,
    en: 'No amendment waits to be put into force: draft one first.',
    fr: 'Aucun avenant n’attend d’être conclu : rédigez-en un d’abord.',
  },
  'second-person-needed': {
    status: 403,
    en: 'Whoever prepared this cannot decide it as well: another person has to.',
    fr: 'Double validation : la personne qui a préparé cette décision ne peut pas la prendre ; une autre doit s’en charger.',
  },
  'end-not-later': {
    status: 422,
    en: 'The agreement already lasts until {endsOn}: choose a later day.',
    fr: 'La convention dure déjà jusqu’au {endsOn} : choisissez une date ultérieure.',
  },
  'condition-unknown': {
    status: 422,
    en: 'The agreement has no condition {condition}.',
    fr: 'La convention n’a pas de condition {condition}.',
  },
  'condition-already-met': { status: 409, en: '{condition} is already met.', fr: '{condition} est déjà remplie.' },
  'already-the-holder': { status: 422, en: '{holder} already holds the project.', fr: '{holder} porte déjà le projet.' },
  'judge-cannot-hold': {
    status: 422,
    en: '{holder} was assigned to review this project and cannot hold it: name somebody else.',
    fr: '{holder} a été désigné pour évaluer ce projet et ne peut pas le porter : désignez quelqu’un d’autre.',
  },
  'suspension-ends-in-the-past': {
    status: 422,
    en: 'A suspension lasts until today at least: {until} is over.',
    fr: 'Une suspension dure au moins jusqu’à ce jour : le {until} est passé.',
  },
  'agreement-not-suspended': {
    status: 409,
    en: 'The agreement is not suspended (stage: {stage}).',
    fr: 'La convention n’est pas suspendue (étape : {stage}).',
  },
  'formal-notice-open': {
    status: 409,
    en: 'A formal notice is open: lift it or terminate the agreement before giving another.',
    fr: 'Une mise en demeure est en cours : levez-la ou résiliez la convention avant d’en adresser une autre.',
  },
  'no-formal-notice': {
    status: 409,
    en: 'No formal notice is open: give one first.',
    fr: 'Aucune mise en demeure n’est en cours : adressez-en une d’abord.',
  },
  'formal-notice-already-answered': {
    status: 409,
    en: 'The formal notice was already answered.',
    fr: 'Il a déjà été répondu à la mise en demeure.',
  },
  'notice-not-over': {
    status: 409,
    en: 'The holder has until the end of {lastDay} to mend the breach: wait, or agree on a termination.',
    fr: 'Le porteur a jusqu’à la fin du {lastDay} pour remédier au manquement : attendez, ou convenez d’une résiliation.',
  },
});
