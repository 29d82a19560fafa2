import { explained } from '../kernel/explained.ts';

/** Refusals on roles, delegations and invitations. */
export const peopleRefusals = explained({
  'role-already-held': { status: 409, en: '{person} already holds the role {role}.', fr: '{person} a déjà le rôle {role}.' },
  'role-not-held': { status: 409, en: '{person} does not hold the role {role}.', fr: '{person} n’a pas le rôle {role}.' },
  'last-administrator': {
    status: 409,
    en: 'This is the last administrator: name another one first.',
    fr: 'C’est le dernier administrateur : désignez-en d’abord un autre.',
  },
  'role-ends-before-today': {
    status: 422,
    en: 'A role ends today ({today}) or later, not on {until}: to take it away now, revoke it.',
    fr: 'Un rôle prend fin au plus tôt aujourd’hui ({today}), et non le {until} : pour le retirer maintenant, révoquez-le.',
  },
  'funder-of-no-funder-role': {
    status: 422,
    en: 'Only the role of funder speaks for one: leave the funder out for the role {role}.',
    fr: 'Seul le rôle de financeur en représente un : retirez le financeur pour le rôle {role}.',
  },
  'support-for-too-long': {
    status: 422,
    en: 'Support is let in until {latest} at the latest: give a last day by then.',
    fr: 'L’assistance n’a accès que jusqu’au {latest} : indiquez un dernier jour avant cette date.',
  },
  'delegation-known': {
    status: 409,
    en: 'There is a delegation {delegation} already: give this one another name.',
    fr: 'Une délégation {delegation} existe déjà : donnez un autre nom à celle-ci.',
  },
  'delegation-to-oneself': {
    status: 422,
    en: 'A role is delegated to somebody else.',
    fr: 'Un rôle se délègue à une autre personne.',
  },
  'role-not-own': {
    status: 403,
    en: 'You do not hold the role {role} by your own right here: what was lent to you cannot be lent on.',
    fr: 'Vous ne tenez pas le rôle {role} de plein droit ici : ce qui vous est délégué ne se délègue pas.',
  },
  'delegation-days-out-of-order': {
    status: 422,
    en: 'A delegation lasts from its first day ({from}) to its last ({until}), which is today ({today}) or later.',
    fr: 'Une délégation va de son premier jour ({from}) au dernier ({until}), qui est aujourd’hui ({today}) ou plus tard.',
  },
  'delegation-unknown': {
    status: 409,
    en: 'There is no delegation {delegation} here.',
    fr: 'Il n’y a pas de délégation {delegation} ici.',
  },
  'delegation-already-ended': {
    status: 409,
    en: 'The delegation {delegation} was ended already.',
    fr: 'Il a déjà été mis fin à la délégation {delegation}.',
  },
  'invitation-known': {
    status: 409,
    en: 'There is an invitation {invitation} already: give this one another name.',
    fr: 'Une invitation {invitation} existe déjà : donnez un autre nom à celle-ci.',
  },
  'invitation-days': {
    status: 422,
    en: 'An invitation is open until a day from today ({today}) to {latest}.',
    fr: 'Une invitation reste ouverte jusqu’à un jour compris entre aujourd’hui ({today}) et le {latest}.',
  },
  'invitation-unknown': {
    status: 409,
    en: 'There is no invitation {invitation} here.',
    fr: 'Il n’y a pas d’invitation {invitation} ici.',
  },
  'invitation-settled': {
    status: 409,
    en: 'The invitation {invitation} was accepted or withdrawn already.',
    fr: 'L’invitation {invitation} a déjà été acceptée ou retirée.',
  },
  'invitation-expired': {
    status: 409,
    en: 'The invitation was open until {expiresOn}: ask for a new one.',
    fr: 'L’invitation était ouverte jusqu’au {expiresOn} : demandez-en une nouvelle.',
  },
  'invitation-of-ones-own': {
    status: 403,
    en: 'You made this invitation yourself: another person accepts it.',
    fr: 'Vous avez fait cette invitation vous-même : une autre personne l’accepte.',
  },
});
