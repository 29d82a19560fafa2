import { explained } from '../kernel/explained.ts';

/** Refusals on sittings of the committee. */
export const sittingRefusals = explained({
  'convocation-too-late': {
    status: 422,
    en: 'The committee is convened in time only for {earliest} or later: choose a later instant.',
    fr: 'Le délai de convocation ne permet pas de séance avant le {earliest} : choisissez une date plus tardive.',
  },
  'member-listed-twice': {
    status: 422,
    en: 'Each member is listed once, with one voice: {members}.',
    fr: 'Chaque membre figure une seule fois, avec une seule voix : {members}.',
  },
  'chair-without-vote': {
    status: 422,
    en: 'The chair, {chair}, is no voting member: list them with a deliberative voice, or name another chair.',
    fr: 'La présidence, {chair}, n’a pas voix délibérative : inscrivez-la comme telle ou désignez une autre personne.',
  },
  'committee-too-small': {
    status: 422,
    en: 'With {voting} voting members the quorum of {needed} cannot be met: convene more of them.',
    fr: 'Avec {voting} voix délibératives, le quorum de {needed} ne peut être atteint : convoquez davantage de membres.',
  },
  'item-listed-twice': {
    status: 422,
    en: 'Each item has an id of its own, and asks something else about its project: {items}.',
    fr: 'Chaque point a son identifiant et pose une autre question sur son projet : {items}.',
  },
  'items-not-of-programme': {
    status: 422,
    en: 'The projects of these items are none of the programme’s: {items}. Take them off the agenda.',
    fr: 'Les projets de ces points ne relèvent pas du programme : {items}. Retirez-les de l’ordre du jour.',
  },
  'member-holds-project': {
    status: 422,
    en: 'Nobody judges their own project, and these members hold one that is on the agenda: {members}. Convene others.',
    fr: 'Nul ne juge son propre projet ; ces membres en portent un à l’ordre du jour : {members}. Convoquez d’autres personnes.',
  },
  'sitting-not-convened': {
    status: 409,
    en: 'This is done while the sitting is convened and not open (stage: {stage}).',
    fr: 'Cela se fait tant que la séance est convoquée et pas encore ouverte (étape : {stage}).',
  },
  'sitting-over': {
    status: 409,
    en: 'The sitting is over or was cancelled (stage: {stage}): convene another one.',
    fr: 'La séance est terminée ou annulée (étape : {stage}) : convoquez-en une autre.',
  },
  'sitting-not-open': {
    status: 409,
    en: 'The sitting is not open (stage: {stage}): open it first.',
    fr: 'La séance n’est pas ouverte (étape : {stage}) : ouvrez-la d’abord.',
  },
  'sitting-to-come': {
    status: 409,
    en: 'The sitting was convened for {heldAt}: open it then.',
    fr: 'La séance est convoquée pour {heldAt} : ouvrez-la à ce moment.',
  },
  'not-a-member': {
    status: 403,
    en: 'Not convened to this sitting: {persons}. Only members take part in it.',
    fr: 'Non convoqué à cette séance : {persons}. Seuls les membres y prennent part.',
  },
  'not-a-voting-member': {
    status: 403,
    en: 'Without a deliberative voice in this sitting: {persons}. Only voting members vote, and give or hold a proxy.',
    fr: 'Sans voix délibérative dans cette séance : {persons}. Seuls ceux qui l’ont votent, donnent ou reçoivent pouvoir.',
  },
  'proxy-not-possible': {
    status: 409,
    en: 'No proxy can go to {to}: it goes to another member, who holds none yet and gave none away, from one who holds none. Choose another member.',
    fr: 'Le pouvoir ne peut aller à {to} : il va à un autre membre, qui n’en détient ni n’en a donné, d’un membre qui n’en détient pas. Choisissez un autre membre.',
  },
  'interest-declared-already': {
    status: 409,
    en: 'The declaration is made: where an interest has come up since, recuse yourself from the item.',
    fr: 'La déclaration est faite : si un intérêt est apparu depuis, déportez-vous sur le point.',
  },
  'interest-not-declared': {
    status: 409,
    en: 'Declare that you have no interest in the agenda before you vote, or recuse yourself from the item.',
    fr: 'Déclarez l’absence d’intérêts avant de voter, ou déportez-vous sur le point.',
  },
  'item-unknown': { status: 422, en: 'There is no item {item} on the agenda.', fr: 'L’ordre du jour ne comporte pas de point {item}.' },
  'item-concluded-already': {
    status: 409,
    en: 'The item {item} is concluded: put it on the agenda of another sitting where it has to be looked at again.',
    fr: 'Le point {item} est conclu : inscrivez-le à une autre séance s’il doit être réexaminé.',
  },
  'recused-already': { status: 409, en: 'You have recused yourself from {item} already.', fr: 'Vous vous êtes déjà déporté sur {item}.' },
  'recused-from-item': {
    status: 403,
    en: 'A conflict of interest bars you from {item}: leave the vote on it to the others.',
    fr: 'Un conflit d’intérêts vous écarte de {item} : laissez les autres voter.',
  },
  'nobody-presides': {
    status: 422,
    en: '{presiding} does not attend as a voting member and cannot preside: name one who does (presiding).',
    fr: '{presiding} n’assiste pas avec voix délibérative et ne peut présider : désignez un membre qui le fait (presiding).',
  },
  'quorum-not-met': {
    status: 409,
    en: '{present} voting members take part, {needed} have to: adjourn the sitting, or the item with it.',
    fr: '{present} voix délibératives présentes ou représentées, il en faut {needed} : reportez la séance, ou le point avec elle.',
  },
  'applicant-heard-already': { status: 409, en: 'The hearing on {item} is noted already.', fr: 'L’audition sur {item} est déjà notée.' },
  'not-attending': {
    status: 409,
    en: 'Only members who attend vote: you are not among those recorded at the opening.',
    fr: 'Seuls les membres présents votent : vous n’êtes pas parmi ceux constatés à l’ouverture.',
  },
  'votes-missing': {
    status: 409,
    en: 'These members attend and have not voted yet, were it to abstain: {members}.',
    fr: 'Ces membres présents n’ont pas encore voté, fût-ce pour s’abstenir : {members}.',
  },
  'no-majority': {
    status: 409,
    en: 'No answer has the majority of the votes cast on {item}: deliberate and vote again.',
    fr: 'Aucune réponse n’a la majorité des suffrages exprimés sur {item} : délibérez et votez à nouveau.',
  },
  'reservations-missing': {
    status: 422,
    en: 'The opinion on {item} is with reservations: list them.',
    fr: 'L’avis sur {item} est favorable avec réserves : énoncez-les.',
  },
  'reservations-not-voted': {
    status: 422,
    en: 'The opinion is {avis}, without reservations: leave them out.',
    fr: 'L’avis est {avis}, sans réserves : retirez-les.',
  },
  'reservation-listed-twice': { status: 422, en: 'Each reservation has an id of its own.', fr: 'Chaque réserve a son propre identifiant.' },
  'items-not-concluded': {
    status: 409,
    en: 'These items are not concluded: {items}. Conclude them, or adjourn the sitting.',
    fr: 'Ces points ne sont pas conclus : {items}. Concluez-les ou reportez la séance.',
  },
  'minutes-signed-already': {
    status: 403,
    en: 'You have signed the minutes: a second person has to.',
    fr: 'Vous avez signé le procès-verbal : une seconde personne doit le faire.',
  },
  'presiding-must-sign': {
    status: 403,
    en: 'Whoever presided over the sitting has to be one of the two who sign.',
    fr: 'La personne qui a présidé la séance doit être l’une des deux signataires.',
  },
  'nothing-to-adjourn': {
    status: 409,
    en: 'Every item is concluded: sign the minutes.',
    fr: 'Tous les points sont conclus : signez le procès-verbal.',
  },
  'adjourned-to-the-past': {
    status: 422,
    en: 'A sitting is put off to a later instant than now and than it was convened for: after {after}.',
    fr: 'Une séance est reportée après l’instant présent et après celui prévu : au-delà de {after}.',
  },
  'sitting-concluded-something': {
    status: 409,
    en: 'The sitting has concluded items: open it again and sign its minutes.',
    fr: 'La séance a conclu des points : rouvrez-la et signez le procès-verbal.',
  },
});
