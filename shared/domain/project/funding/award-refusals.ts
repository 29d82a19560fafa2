import { explained } from '../../kernel/explained.ts';

/** Refusals on the award: its acts and reservations, its amount, and its withdrawal. */
export const awardRefusals = explained({
  'above-its-share': {
    status: 422,
    en: '{funder} was asked for {share} cents and cannot grant more: {amount}. Name its share or less.',
    fr: '{funder} est sollicité pour {share} centimes et ne peut pas accorder davantage : {amount}. Indiquez sa part ou moins.',
  },
  'act-dated-later': {
    status: 422,
    en: 'The act is dated {decidedOn}, which is still to come: record it once it is taken.',
    fr: 'L’acte est daté du {decidedOn}, qui est à venir : enregistrez-le une fois pris.',
  },
  'beneficiary-not-named': {
    status: 422,
    en: 'De minimis aid counts for a registered organisation: name it with the decision, or as the lead of the consortium.',
    fr: 'Une aide de minimis se compte par organisation enregistrée : indiquez-la avec la décision, ou comme chef de file du consortium.',
  },
  'de-minimis-exceeded': {
    status: 422,
    en: '{amount} cents would exceed the de minimis ceiling: {ceiling} less {counted} already granted in three years leaves {left}. Grant less, or under another regime.',
    fr: '{amount} centimes dépasseraient le plafond de minimis : {ceiling} moins {counted} déjà accordés en trois ans, il reste {left}. Accordez moins, ou sous un autre régime.',
  },
  'funding-not-granted': {
    status: 409,
    en: '{funder} has granted nothing whose act could become executory: record its decision first.',
    fr: '{funder} n’a rien accordé dont l’acte puisse devenir exécutoire : enregistrez d’abord sa décision.',
  },
  'act-already-executory': {
    status: 409,
    en: 'The act of {funder} is executory since {executoryOn}.',
    fr: 'L’acte de {funder} est exécutoire depuis le {executoryOn}.',
  },
  'act-dates-out-of-order': {
    status: 422,
    en: 'An act is decided ({decidedOn}), then received by the State’s representative ({transmittedOn}), then executory ({executoryOn}), none of it later than today.',
    fr: 'Un acte est pris ({decidedOn}), puis transmis au représentant de l’État ({transmittedOn}), puis exécutoire ({executoryOn}), au plus tard ce jour.',
  },
  'reservation-unknown': {
    status: 422,
    en: 'There is no reservation {reservation}: name one of those made.',
    fr: 'La réserve {reservation} n’existe pas : indiquez l’une de celles qui ont été émises.',
  },
  'reservation-already-lifted': { status: 409, en: '{reservation} is already lifted.', fr: 'La réserve {reservation} est déjà levée.' },
  'no-reduction-to-accept': {
    status: 409,
    en: 'No reduced award waits to be accepted (stage: {stage}).',
    fr: 'Aucune aide réduite n’attend d’être acceptée (étape : {stage}).',
  },
  'reduction-not-accepted': {
    status: 409,
    en: 'A funder granted less than it was asked for: the holder has to accept it first, with a revised financing plan.',
    fr: 'Un financeur accorde moins que demandé : le porteur doit d’abord l’accepter, avec un plan de financement révisé.',
  },
  'reservations-open': {
    status: 409,
    en: 'These reservations have to be lifted before signature: {reservations}.',
    fr: 'Ces réserves doivent être levées avant la signature : {reservations}.',
  },
  'act-not-executory': {
    status: 409,
    en: 'The acts of these funders are not executory yet: {funders}. Record the transmission first.',
    fr: 'Les actes de ces financeurs ne sont pas encore exécutoires : {funders}. Enregistrez d’abord la transmission.',
  },
  'withdrawal-pending': {
    status: 409,
    en: 'The withdrawal of the award is announced: decide on it or drop it before anybody signs.',
    fr: 'Le retrait de l’aide est annoncé : décidez-en ou renoncez-y avant toute signature.',
  },
  'no-award-to-withdraw': {
    status: 409,
    en: 'There is no award that could be withdrawn (stage: {stage}).',
    fr: 'Aucune aide ne peut être retirée (étape : {stage}).',
  },
  'withdrawal-already-announced': {
    status: 409,
    en: 'A withdrawal is already announced: decide on it or drop it first.',
    fr: 'Un retrait est déjà annoncé : décidez-en ou renoncez-y d’abord.',
  },
  'withdrawal-too-late': {
    status: 409,
    en: 'An unlawful award could be withdrawn until the end of {lastDay} (CRPA L242-1); it stands now, unless its conditions are not kept.',
    fr: 'Une aide illégale pouvait être retirée jusqu’à la fin du {lastDay} (CRPA L242-1) ; elle est acquise, sauf conditions non respectées.',
  },
  'no-withdrawal-announced': {
    status: 409,
    en: 'No withdrawal is announced: announce it first, with its reasons.',
    fr: 'Aucun retrait n’est annoncé : annoncez-le d’abord, avec ses motifs.',
  },
  'withdrawal-already-answered': { status: 409, en: 'The holder has already answered.', fr: 'Le porteur a déjà présenté ses observations.' },
  'hearing-not-over': {
    status: 409,
    en: 'The holder can answer until the end of {lastDay} (CRPA L122-1): wait for the answer, or for that day to end.',
    fr: 'Le porteur peut présenter ses observations jusqu’à la fin du {lastDay} (CRPA L122-1) : attendez-les, ou la fin de ce jour.',
  },
});
