/** What of a project's life is known when an element is judged: which types of decisions there are. */
export type Has = (...types: readonly string[]) => boolean;

/** One element of the audit trail. */
export interface AskedElement {
  /** `1` to `13` for the points of Annex XIII, part I; `C` for what articles of the regulation ask for beside it. */
  readonly point: string;
  readonly title: string;
  readonly source: string;
  /** The types of decisions that belong to it. */
  readonly types: readonly string[];
  /** What is missing, each in a sentence; undefined where the element does not apply yet, or not at all. */
  readonly lacks: (has: Has) => readonly string[] | undefined;
}

const lack = (is: boolean, sentence: string): readonly string[] => (is ? [sentence] : []);
const annex = (point: number): string => `Règlement (UE) 2021/1060, annexe XIII, I, point ${point}`;
const signed = (has: Has): boolean => has('agreement-signed');

/**
 * The elements of the audit trail for grants (Regulation (EU) 2021/1060, article 69(6) and Annex XIII, part I), in our own words. Part III and part IV, on amounts that
 * the Commission reimburses by unit costs, lump sums, flat rates or financing not linked to costs, ask for less and are not told apart here.
 */
export const elements: readonly AskedElement[] = [
  {
    point: '1',
    title: 'Critères de sélection, procédure de sélection et approbation',
    source: annex(1),
    types: [
      ...[
        'policy-adopted',
        'call-drafted',
        'call-published',
        'call-amended',
        'call-closed',
        'tie-settled',
        'selection-concluded',
        'results-published',
      ],
      ...[
        'promoted-from-reserve',
        'application-submitted',
        'receipt-acknowledged',
        'supplement-requested',
        'supplement-answered',
        'supplement-missed',
      ],
      ...['completeness-confirmed', 'declared-eligible', 'declared-ineligible', 'reviewer-assigned', 'conflict-declared', 'confirmed-after-conflict'],
      ...[
        'review-submitted',
        'consensus-recorded',
        'sitting-convened',
        'no-interest-declared',
        'member-recused',
        'item-concluded',
        'minutes-signed',
        'avis-given',
      ],
      ...[
        'application-selected',
        'application-reserved',
        'application-not-selected',
        'funding-granted',
        'funding-declined',
        'grant-awarded',
        'act-made-executory',
      ],
      ...[
        'outcome-notified',
        'appeal-lodged',
        'appeal-decided',
        'outcome-corrected',
        'reservation-lifted',
        'reduced-award-accepted',
        'award-withdrawn',
      ],
    ],
    lacks: (has) => [
      ...lack(
        !has('policy-adopted'),
        'Aucune adoption du règlement du programme n’est consignée : les critères appliqués sont ceux de la version 0, par défaut.',
      ),
      ...lack(!has('application-submitted'), 'La candidature n’a pas été déposée.'),
      ...lack(has('application-submitted') && !has('declared-eligible', 'declared-ineligible'), 'L’éligibilité n’a pas été décidée.'),
      ...lack(
        has('application-selected', 'application-reserved', 'application-not-selected') && !has('review-submitted'),
        'Aucune évaluation n’est consignée.',
      ),
      ...lack(has('declared-eligible') && !has('selection-concluded'), 'La sélection de l’appel n’est pas conclue.'),
      ...lack(has('application-selected') && !has('grant-awarded', 'funding-declined'), 'L’attribution par les financeurs n’est pas complète.'),
    ],
  },
  {
    point: '2',
    title: 'Convention signée fixant les conditions du soutien',
    source: annex(2),
    types: [
      ...[
        'agreement-drafted',
        'party-signed',
        'agreement-signed',
        'amendment-drafted',
        'agreement-amended',
        'agreement-extended',
        'agreement-condition-met',
      ],
      ...[
        'party-replaced',
        'project-transferred',
        'agreement-suspended',
        'agreement-resumed',
        'formal-notice-given',
        'formal-notice-answered',
        'formal-notice-lifted',
      ],
      ...['agreement-terminated', 'agreement-lapsed'],
    ],
    lacks: (has) => (has('grant-awarded') ? lack(!signed(has), 'L’aide est attribuée et la convention n’est pas signée.') : undefined),
  },
  {
    point: '3',
    title: 'Demandes de paiement et leurs écritures',
    source: annex(3),
    types: ['tranche-requested', 'tranche-returned', 'expenditure-declared', 'examination-answered', 'phase-settled', 'project-settled'],
    lacks: (has) =>
      signed(has) ? lack(!has('tranche-requested', 'expenditure-declared'), 'Aucune demande de paiement n’est consignée.') : undefined,
  },
  {
    point: '4',
    title: 'Vérifications de non-délocalisation et de pérennité',
    source: annex(4),
    types: [],
    lacks: (has) =>
      signed(has)
        ? ['Jalon ne tient pas ces vérifications (articles 65, 66, paragraphe 2, et 73, paragraphe 2, point h) : joindre les pièces, s’il y a lieu.']
        : undefined,
  },
  {
    point: '5',
    title: 'Preuve du paiement de la contribution publique et de sa date',
    source: annex(5),
    types: ['payment-approved', 'payment-ordered', 'payment-rejected', 'payment-recorded', 'tranche-released'],
    lacks: (has) =>
      has('tranche-requested', 'tranche-released', 'payment-ordered')
        ? lack(!has('payment-recorded'), 'Le paiement par le comptable et sa date ne sont pas consignés : joindre la preuve du paiement.')
        : undefined,
  },
  {
    point: '6',
    title: 'Contrôles administratifs et sur place',
    source: annex(6),
    types: [
      ...[
        'expenditure-examined',
        'examination-closed',
        'examination-concluded',
        'service-certified',
        'service-not-certified',
        'visit-planned',
        'visit-recorded',
      ],
      ...['milestone-assessed', 'report-accepted', 'report-returned'],
    ],
    lacks: (has) =>
      has('expenditure-declared', 'tranche-requested')
        ? [
            ...lack(has('expenditure-declared') && !has('service-certified', 'service-not-certified'), 'Le service fait n’est pas certifié.'),
            ...lack(
              !has('expenditure-declared'),
              'La procédure simple ne tient pas de contrôle de service fait : joindre les contrôles administratifs.',
            ),
            ...lack(has('visit-planned') && !has('visit-recorded'), 'Une visite sur place est programmée et n’est pas consignée.'),
          ]
        : undefined,
  },
  {
    point: '7',
    title: 'Audits réalisés',
    source: annex(7),
    types: ['check-opened', 'finding-recorded', 'check-closed'],
    lacks: (has) => (has('check-opened') ? lack(!has('check-closed'), 'Un contrôle d’opération est ouvert et n’est pas clos.') : undefined),
  },
  {
    point: '8',
    title: 'Suites données aux vérifications et aux constats',
    source: annex(8),
    types: ['finding-answered', 'findings-closed', 'irregularity-reported', 'irregularity-closed'],
    lacks: (has) =>
      has('finding-recorded', 'irregularity-reported')
        ? [
            ...lack(
              has('finding-recorded') && !has('finding-answered', 'findings-closed'),
              'Un constat attend encore sa réponse, ou la fin du délai.',
            ),
            ...lack(has('irregularity-reported') && !has('irregularity-closed'), 'Une irrégularité est signalée et n’est pas close.'),
          ]
        : undefined,
  },
  {
    point: '9',
    title: 'Vérification du respect du droit applicable',
    source: annex(9),
    types: ['double-funding-checked', 'declaration-made', 'aid-declared', 'aid-reduced', 'aid-cancelled'],
    lacks: (has) => (signed(has) ? lack(!has('double-funding-checked'), 'La vérification du double financement n’est pas consignée.') : undefined),
  },
  {
    point: '10',
    title: 'Indicateurs de réalisation et de résultat, jalons',
    source: annex(10),
    types: [
      'indicator-agreed',
      'indicator-reported',
      'milestone-agreed',
      'milestone-revised',
      'milestone-cancelled',
      'milestone-reported',
      'srl-review-concluded',
    ],
    lacks: (has) =>
      signed(has)
        ? [
            ...lack(!has('indicator-agreed'), 'Aucun indicateur n’a été convenu.'),
            ...lack(has('indicator-agreed') && !has('indicator-reported'), 'Les indicateurs convenus n’ont pas été renseignés.'),
            ...lack(!has('milestone-agreed'), 'Aucun jalon n’a été convenu.'),
          ]
        : undefined,
  },
  {
    point: '11',
    title: 'Corrections financières et déductions',
    source: annex(11),
    types: ['correction-decided', 'recovery-found', 'recovery-ordered', 'recovery-paid', 'recovery-waived'],
    lacks: (has) =>
      has('correction-decided', 'recovery-found')
        ? lack(has('recovery-ordered') && !has('recovery-paid', 'recovery-waived'), 'Un reversement est demandé et n’est ni encaissé ni remis.')
        : undefined,
  },
  {
    point: '12',
    title: 'Coûts réels : factures et preuves de leur paiement',
    source: annex(12),
    types: [],
    lacks: () => undefined,
  },
  {
    point: '13',
    title: 'Coûts simplifiés : méthode et calcul',
    source: annex(13),
    types: [],
    lacks: () => undefined,
  },
  {
    point: 'C',
    title: 'Publicité du soutien de l’Union et partage des résultats',
    source: 'Règlement (UE) 2021/1060, article 50',
    types: ['publicity-recorded', 'grant-published', 'results-shared', 'lesson-published'],
    lacks: (has) => (signed(has) ? lack(!has('publicity-recorded'), 'Aucune mesure de publicité n’est consignée.') : undefined),
  },
];
