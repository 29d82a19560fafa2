import type { Text } from '../kernel/actor.ts';
import type { Policy } from './policy.ts';

/** What each part of a policy is, for whoever writes one. */
export const policyWords: { readonly [Part in keyof Policy]?: Text } = {
  rubric: {
    en: 'Criteria that reviewers mark from 0 to 5 by half points, in blocks; the points that full marks bring, and for some the least mark that is enough.',
    fr: 'Critères notés de 0 à 5 par demi-points, par bloc ; points qu’apporte la note maximale et, pour certains, note plancher.',
  },
  thresholds: {
    en: 'Least total in points of the rubric, and least share of the points of each block, in hundredths.',
    fr: 'Total minimal en points de la grille et part minimale des points de chaque bloc, en centièmes.',
  },
  tieBreak: {
    en: 'Criteria that break a tie, in order.',
    fr: 'Critères qui départagent les ex æquo, dans l’ordre.',
  },
  chairSettlesTies: {
    en: 'Whether the vote of the chair breaks a tie that is left and matters; otherwise the order of arrival does.',
    fr: 'Si la voix de la présidence départage les ex æquo restants quand la sélection en dépend ; sinon, l’ordre d’arrivée.',
  },
  reviewers: {
    en: 'Reviews per application, and the difference in points from which one more is asked for.',
    fr: 'Nombre d’évaluations par candidature et écart en points à partir duquel une de plus est demandée.',
  },
  review: {
    en: 'Blind review, time to find reviewers, and what follows from a conflict of interest that is declared late.',
    fr: 'Évaluation à l’aveugle, délai de désignation et suites d’un conflit d’intérêts déclaré tardivement.',
  },
  envelopeReserve: {
    en: 'Share of the envelope kept back for corrections after appeals, in basis points.',
    fr: 'Part de l’enveloppe gardée pour les corrections après recours, en points de base.',
  },
  gates: {
    en: 'SRL that has to be consolidated, and SRL that has to be reached, before each phase.',
    fr: 'Niveau SRL à consolider et niveau SRL à atteindre avant chaque phase.',
  },
  srlCadence: {
    en: 'Time between two SRL reviews in each phase, and after a return.',
    fr: 'Intervalle entre deux revues SRL dans chaque phase, et après un retour.',
  },
  srlAssessors: {
    en: 'How many people assess the SRL, each alone, in each phase.',
    fr: 'Nombre de personnes qui évaluent le SRL, chacune de son côté, dans chaque phase.',
  },
  srlDays: {
    en: 'Days to answer a request for an SRL review and to confirm what is reported as consolidated.',
    fr: 'Délais en jours pour répondre à une demande de revue SRL et pour confirmer une consolidation annoncée.',
  },
  phaseShares: {
    en: 'Shares of the award committed to each phase, in basis points; they add up to 10,000.',
    fr: 'Parts de l’aide engagées pour chaque phase, en points de base ; elles font 10 000 en tout.',
  },
  tranches: {
    en: 'Shares of a phase’s money paid in advance, by instalment and as the balance, in basis points; they add up to 10,000.',
    fr: 'Parts des crédits d’une phase versées en avance, en acompte et au solde, en points de base ; elles font 10 000 en tout.',
  },
  committee: {
    en: 'Whether the committee’s opinion is needed, its quorum, and how long before a sitting it is convened.',
    fr: 'Avis du comité requis ou facultatif, quorum et délai de convocation.',
  },
  calls: {
    en: 'Time to answer questions and to publish results, how the reserve list is used, and how long it holds.',
    fr: 'Délais de réponse aux questions et de publication des résultats, usage et durée de validité de la liste complémentaire.',
  },
  award: {
    en: 'De minimis regime, executory act, hearing before a withdrawal, formal notice, suspension, consolidation reserve.',
    fr: 'Régime de minimis, acte exécutoire, contradictoire avant retrait, mise en demeure, suspension, réserve de consolidation.',
  },
  notification: {
    en: 'Days within which an applicant is told of a decision.',
    fr: 'Délai en jours pour notifier une décision au candidat.',
  },
  appeal: {
    en: 'Time to appeal with and without remedies stated, to answer, and to correct.',
    fr: 'Délais du recours gracieux, avec et sans mention des voies de recours, de la réponse et de la correction.',
  },
  approvals: {
    en: 'Amount in cents above which two different people approve a payment.',
    fr: 'Montant en centimes au-dessus duquel deux personnes différentes approuvent un paiement.',
  },
  payments: {
    en: 'Procedure of payment, simplified costs, days of each step, expected length of phases, last days of funders’ money.',
    fr: 'Procédure de paiement, coûts simplifiés, délai de chaque étape, durée prévue des phases, fins de crédits des financeurs.',
  },
  checks: {
    en: 'Days to answer a finding, and amount above which a funder is told of an irregularity.',
    fr: 'Délai de réponse à un constat et montant au-dessus duquel un financeur est informé d’une irrégularité.',
  },
  reporting: {
    en: 'How often progress is reported, which grants are published as open data and by when, how often the list of operations is published.',
    fr: 'Fréquence des bilans, aides publiées en données ouvertes et dans quel délai, fréquence de la liste des opérations.',
  },
  reports: {
    en: 'Days to assess a progress report, and to correct one that was returned.',
    fr: 'Délais en jours pour examiner un bilan et pour corriger un bilan renvoyé.',
  },
  confidentiality: {
    en: 'Roles that each class of confidentiality admits, from the widest to the narrowest. What is public is everybody’s.',
    fr: 'Rôles admis par chaque classe de confidentialité, de la plus large à la plus étroite. Ce qui est public est à tous.',
  },
  languages: {
    en: 'Languages in which the programme speaks to people, its own first.',
    fr: 'Langues dans lesquelles le programme s’adresse aux personnes, la sienne en premier.',
  },
  application: {
    en: 'Pieces expected and required of an application, and the remedies that its acknowledgement of receipt states.',
    fr: 'Pièces attendues et exigées d’une candidature, voies de recours mentionnées dans l’accusé de réception.',
  },
  applicationForm: {
    en: 'What applicants are asked beside what every application says: a JSON Schema of an object.',
    fr: 'Ce qui est demandé aux candidats en plus du contenu commun : un schéma JSON d’objet.',
  },
  calendar: {
    en: 'Which days are working days: those of France, or all.',
    fr: 'Jours ouvrés : ceux de la France, ou tous.',
  },
  valueCadence: {
    en: 'Time between two value reviews in each phase.',
    fr: 'Intervalle entre deux revues de la valeur dans chaque phase.',
  },
  valueBeforeGate: {
    en: 'Days from the SRL review that a gate rests on to the value review that comes before it.',
    fr: 'Délai en jours entre la revue SRL sur laquelle se fonde un passage de phase et la revue de la valeur qui le précède.',
  },
  days: {
    en: 'By when each thing is due, from what sets it going.',
    fr: 'Délai de chaque échéance, à compter de ce qui la déclenche.',
  },
  reminders: {
    en: 'How long before a due date reminders go out.',
    fr: 'Combien de temps avant une échéance partent les rappels.',
  },
  escalations: {
    en: 'How long after a due date the administrators are told that it is over.',
    fr: 'Combien de temps après une échéance dépassée l’administration est alertée.',
  },
  silenceReminders: {
    en: 'How long before silence counts as a refusal reminders go out.',
    fr: 'Combien de temps avant que le silence vaille rejet partent les rappels.',
  },
};
