import type { LoggedDecision } from '@jalon/decision-log';
import { type Call, call, type Decision, Funder, type Load, type Programme, type Project, programme, project, type StreamKind } from '@jalon/domain';
import {
  AgreementAmended,
  AgreementExtended,
  AgreementResumed,
  AgreementSuspended,
  AgreementTerminated,
  AppealDecided,
  ApplicationSelected,
  AwardRenounced,
  AwardWithdrawn,
  CallAmended,
  CallCancelled,
  CorrectionDecided,
  GateConditionConfirmed,
  GateDecided,
  IrregularityClosed,
  IrregularityReported,
  MilestoneReported,
  ObligationEscalated,
  ObligationReminded,
  OutcomeCorrected,
  OverlapBegun,
  PaymentRecorded,
  PhaseSettled,
  ProjectSettled,
  RecoveryOrdered,
  RecoveryPaid,
  RecoveryWaived,
  ReserveClosed,
  ResultsPublished,
  TrancheReleased,
  TrancheRequested,
} from '@jalon/domain/decisions';
import { describe, expect, it } from 'vitest';
import { amountInWords } from './in-words.ts';
import { noticesOf } from './notice.ts';

const reasons = 'Reasons that no notice repeats.';
const shares = [
  { funder: 'region', amount: 60_001 },
  { funder: 'esf', amount: 39_999 },
];
const names = { region: 'Région fictive', esf: 'FSE+ fictif' };
const euros = (cents: number) => amountInWords(cents, 'EUR');

const spring: Call = {
  ...call.initial,
  stage: 'open',
  terms: {
    ...call.initial.terms,
    programme: 'breakthrough',
    title: { fr: 'Printemps', en: 'Spring' },
    envelope: [...shares, { ...shares[0]!, line: 'second' }],
  },
};
const workshops: Project = {
  ...project.initial,
  application: { ...project.initial.application, call: 'spring', content: { title: 'Ateliers' } },
};
const breakthrough: Programme = {
  ...programme.initial,
  funders: Object.fromEntries(
    Object.entries(names).map(([funder, name]) => [
      funder,
      Funder.parse({
        funder,
        name: { fr: name, en: name },
        kind: funder === 'esf' ? 'european' : 'region',
        notify: { email: `${funder}@funders.example` },
      }),
    ]),
  ),
};
const states = { project: workshops, call: spring, programme: breakthrough };
// The tests know three things, and no other is asked for.
const load: Load = async <State>({ name }: StreamKind<string, State>) => states[name as keyof typeof states] as State;

/** What each funder is told of a decision: its sentence in both languages, and its own share. */
async function told({ type, version, data }: Decision, stream = 'project-workshops', command = 'project/any') {
  const decision: LoggedDecision = {
    id: 'd-1',
    tenant: 'tenant-a',
    position: 7,
    stream,
    version: 3,
    type,
    shapeVersion: version,
    data,
    command: { id: 'person:ada:1', name: command },
    actor: { kind: 'person', id: 'ada' },
    authorisation: [],
    ruleVersion: 1,
    occurredAt: '2027-03-01T09:00:00.000Z',
    recordedAt: '2027-03-01T09:00:00.000Z',
    dataDigest: '',
    incarnation: 'first',
    envelope: '',
    dataText: '',
  };
  const notices = await noticesOf(decision, load, 'https://jalon.example');
  return notices.map(({ notice }) => ({ funder: notice.funder.id, fr: notice.says.fr, en: notice.says.en, share: notice.share?.amount }));
}

/** That both funders are told this, each with its own share where there is one. */
async function bothHear(decision: Decision, fr: string, en: string, withShares = false, ...rest: readonly string[]) {
  const share = (funder: 'region' | 'esf') => (withShares ? { region: 60_001, esf: 39_999 }[funder] : undefined);
  expect(await told(decision, ...(rest as [string?, string?]))).toEqual([
    { funder: 'region', fr, en, share: share('region') },
    { funder: 'esf', fr, en, share: share('esf') },
  ]);
}

describe('what funders are told of an agreement', () => {
  const plan = [
    { phase: 'concept' as const, kind: 'advance' as const, shares: [{ funder: 'region', amount: 60_000 }, shares[1]!] },
    { phase: 'concept' as const, kind: 'balance' as const, shares: [{ funder: 'region', amount: 1 }] },
  ];

  it('is its amendments, with what each is held to from then on', () =>
    bothHear(
      AgreementAmended({ kind: 'amounts', reasons, plan, conditions: [], number: 2, amount: 100_000, returned: [] }),
      `L’avenant n° 2 à la convention du projet « Ateliers » est conclu ; l’aide est de ${euros(100_000).fr}.`,
      `Amendment no. 2 to the agreement of the project “Ateliers” is in force; the grant is ${euros(100_000).en}.`,
      true,
    ));

  it('is a later last day', () =>
    bothHear(
      AgreementExtended({ endsOn: '2034-06-30', reasons }),
      'La convention du projet « Ateliers » est prolongée jusqu’au 30 juin 2034.',
      'The agreement of the project “Ateliers” is extended until 30 June 2034.',
    ));

  it('is its suspension, with or without a day, and that it resumes', async () => {
    await bothHear(
      AgreementSuspended({ phase: 'pilot', reasons, until: '2028-09-30' }),
      'La convention du projet « Ateliers » est suspendue, au plus tard jusqu’au 30 septembre 2028.',
      'The agreement of the project “Ateliers” is suspended, until 30 September 2028 at the latest.',
    );
    await bothHear(
      AgreementSuspended({ phase: 'pilot', reasons }),
      'La convention du projet « Ateliers » est suspendue.',
      'The agreement of the project “Ateliers” is suspended.',
    );
    await bothHear(
      AgreementResumed({ phase: 'pilot', reasons }),
      'La convention du projet « Ateliers » reprend.',
      'The agreement of the project “Ateliers” is resumed.',
    );
  });

  it('is its end before time, with what returns to the envelope', () =>
    bothHear(
      AgreementTerminated({ cause: 'holder-withdrew', reasons, plan: [], returned: shares }),
      `La convention du projet « Ateliers » est résiliée à la demande du porteur ; ${euros(100_000).fr} reviennent à l’enveloppe.`,
      `The agreement of the project “Ateliers” is terminated at the holder’s wish; ${euros(100_000).en} return to the envelope.`,
      true,
    ));
});

describe('what funders are told of an award', () => {
  it('is that it was withdrawn by the authority, or renounced by the holder', async () => {
    await bothHear(
      AwardWithdrawn({ ground: 'unlawful', reasons }),
      'L’autorité retire l’aide attribuée au projet « Ateliers ».',
      'The authority withdraws the grant that was awarded to the project “Ateliers”.',
    );
    await bothHear(
      AwardRenounced({ reasons }),
      'Le porteur du projet « Ateliers » renonce à l’aide ; les sommes retournent à l’enveloppe.',
      'The holder of the project “Ateliers” renounces the grant; the money returns to the envelope.',
    );
  });

  it('is a promotion from the reserve list, told apart from a selection', async () => {
    const selected = ApplicationSelected({ rank: 4, total: 70, amount: 100_000, shares });
    const [promoted] = await told(selected, 'project-workshops', 'call/promote-from-reserve');
    expect(promoted).toMatchObject({ fr: expect.stringContaining('retenu sur la liste complémentaire au rang 4'), share: 60_001 });
    expect(promoted?.en).toContain('promoted from the reserve list at rank 4');
    const [first] = await told(selected, 'project-workshops', 'call/conclude-selection');
    expect(first?.en).toContain('is selected at rank 4');
  });

  it('is how an appeal was decided, and what corrected the outcome', async () => {
    await bothHear(
      AppealDecided({ against: 'not-selected', decision: 'd-0', outcome: 'upheld', reasons }),
      'Le recours gracieux sur le projet « Ateliers » est accueilli.',
      'The appeal on the project “Ateliers” is upheld.',
    );
    await bothHear(
      OutcomeCorrected({ corrects: 'd-0', to: 'selected', because: 'appeal', reasons, from: '2027-03-01T09:00:00Z', shares }),
      'La décision sur le projet « Ateliers » est rectifiée : sélectionné, chaque financeur décide maintenant de sa part.',
      'The decision on the project “Ateliers” is corrected: selected, each funder now decides on its share.',
      true,
    );
  });
});

describe('what funders are told of money', () => {
  const payment = { phase: 'pilot' as const, kind: 'consolidation' as const, amount: 100_000, shares };

  it('is a payment once: by its day where the accountant recorded it, by its release in the simple procedure', async () => {
    await bothHear(
      PaymentRecorded({ ...payment, paidOn: '2028-01-15', reference: 'V-1' }),
      `Payé au projet « Ateliers » le 15 janvier 2028 : le versement de consolidation de la phase pilote, ${euros(100_000).fr}.`,
      `Paid to the project “Ateliers” on 15 January 2028: the payment for consolidation of the pilot phase, ${euros(100_000).en}.`,
      true,
    );
    expect(await told(TrancheReleased(payment), 'project-workshops', 'project/record-payment')).toEqual([]);
    expect(await told(TrancheReleased(payment), 'project-workshops', 'project/release-tranche')).toHaveLength(2);
  });

  it('is not a payment that corrections took whole', async () => {
    const nothing = { ...payment, amount: 0, shares: shares.map(({ funder }) => ({ funder, amount: 0 })) };
    expect(await told(TrancheRequested({ ...nothing, setOff: shares }))).toEqual([]);
    expect(await told(TrancheReleased(nothing))).toEqual([]);
  });

  it('is the settlement of a phase and of the project', async () => {
    const rate = { aid: 1, cost: 2 };
    const balance = [{ funder: 'region', amount: 500 }];
    await bothHear(
      PhaseSettled({ phase: 'concept', retained: 200_000, rate, planned: shares, due: shares, held: shares, balance }),
      `La phase concept du projet « Ateliers » est soldée : l’aide est de ${euros(100_000).fr}, dont ${euros(500).fr} restent à payer.`,
      `The concept phase of the project “Ateliers” is settled: the grant is ${euros(100_000).en}, of which ${euros(500).en} are still to be paid.`,
      true,
    );
    await bothHear(
      ProjectSettled({ due: shares, unused: balance }),
      `Le projet « Ateliers » est soldé : l’aide est de ${euros(100_000).fr}, et ${euros(500).fr} ne sont pas utilisés.`,
      `The project “Ateliers” is settled: the grant is ${euros(100_000).en}, and ${euros(500).en} are not used.`,
      true,
    );
  });

  it('is a recovery: ordered, paid, waived', async () => {
    const claim = { recovery: 1, amount: 100_000, shares };
    await bothHear(
      RecoveryOrdered({ ...claim, reference: 'T-1' }),
      `Un reversement de ${euros(100_000).fr} est demandé au porteur du projet « Ateliers ».`,
      `The holder of the project “Ateliers” is asked to pay ${euros(100_000).en} back.`,
      true,
    );
    await bothHear(
      RecoveryPaid({ ...claim, paidOn: '2029-04-02', reference: 'V-2' }),
      `Le porteur du projet « Ateliers » a reversé ${euros(100_000).fr} le 2 avril 2029.`,
      `The holder of the project “Ateliers” paid ${euros(100_000).en} back on 2 April 2029.`,
      true,
    );
    await bothHear(
      RecoveryWaived({ ...claim, ground: 'irrecoverable', reasons }),
      `Un reversement de ${euros(100_000).fr} du projet « Ateliers » est abandonné : admission en non-valeur.`,
      `A recovery of ${euros(100_000).en} on the project “Ateliers” is waived: irrecoverable.`,
      true,
    );
  });

  it('is a correction that takes something off, and no other', async () => {
    const correction = { finding: 'f-1', phase: 'pilot' as const, reasons };
    await bothHear(
      CorrectionDecided({ ...correction, mode: 'set-off', shares }),
      `Correction financière de ${euros(100_000).fr} sur la phase pilote du projet « Ateliers », par déduction des paiements à venir.`,
      `Financial correction of ${euros(100_000).en} on the pilot phase of the project “Ateliers”, taken off payments to come.`,
      true,
    );
    expect(await told(CorrectionDecided({ ...correction, mode: 'none', shares: [] }))).toEqual([]);
  });

  it('is an irregularity to the funders that the decision names, and its end to European ones', async () => {
    const reported = await told(IrregularityReported({ irregularity: 'twice-paid', description: reasons, shares, toBeTold: ['esf'] }));
    expect(reported).toEqual([
      {
        funder: 'esf',
        fr: `Une irrégularité (« twice-paid ») est signalée sur le projet « Ateliers » ; elle porte sur ${euros(100_000).fr}.`,
        en: `An irregularity (“twice-paid”) is reported on the project “Ateliers”; it concerns ${euros(100_000).en}.`,
        share: 39_999,
      },
    ]);
    const closed = await told(IrregularityClosed({ irregularity: 'twice-paid', outcome: 'corrected', conclusion: reasons }));
    expect(closed.map(({ funder, fr }) => [funder, fr])).toEqual([
      ['esf', 'L’irrégularité « twice-paid » du projet « Ateliers » est close : corrigée.'],
    ]);
  });
});

describe('what funders are told of a course and of a call', () => {
  it('is the gate, and work that begins before it', async () => {
    const gate = GateDecided({ outcome: 'return', from: 'pilot', to: 'concept', conditions: [], reasons });
    await bothHear(
      gate,
      'Passage de phase du projet « Ateliers » (phase pilote) : retour à un niveau antérieur.',
      'Gate of the project “Ateliers” (pilot phase): return to an earlier phase.',
    );
    const confirmed = async (outcome: 'met' | 'not-met') => (await told(GateConditionConfirmed({ condition: 2, outcome, evidence: reasons })))[0];
    expect((await confirmed('met'))?.en).toBe('Condition no. 2 of the gate of the project “Ateliers” is met.');
    expect((await confirmed('not-met'))?.fr).toBe('La condition n° 2 du passage de phase du projet « Ateliers » n’est pas remplie.');
    const [overlap] = await told(OverlapBegun({ phase: 'pilot', part: 2_050, review: 2, by: 'ada', reasons }));
    expect(overlap?.fr).toMatch(/avant son passage ; 20,5.% des sommes de cette phase sont engagés/);
    expect(overlap?.en).toContain('before its gate; 20.5% of the money of that phase is committed');
  });

  it('is that the call is amended, cancelled, or its results are published', async () => {
    const amended = await told(CallAmended({ envelope: [...shares, { funder: 'region', amount: 9, line: 'second' }], reasons }), 'call-spring');
    expect(amended.map(({ funder, fr, share }) => [funder, fr, share])).toEqual([
      ['region', 'L’appel « Printemps » est modifié.', 60_010],
      ['esf', 'L’appel « Printemps » est modifié.', 39_999],
    ]);
    expect((await told(CallAmended({ closesOn: '2027-06-01', reasons }), 'call-spring')).map(({ share }) => share)).toEqual([undefined, undefined]);
    await bothHear(
      CallCancelled({ reasons }),
      'L’appel « Printemps » est déclaré sans suite ; les candidatures en cours prennent fin avec lui.',
      'The call “Spring” is cancelled; the applications under way end with it.',
      false,
      'call-spring',
    );
    const [closed] = await told(ReserveClosed({ applications: ['workshops', 'library'] }), 'call-spring');
    expect(closed?.en).toBe('The reserve list of the call “Spring” is closed; 2 application(s) still waited there.');
    const [published] = await told(ResultsPublished({ selected: ['workshops'], words: { fr: 'Bravo', en: 'Well done' } }), 'call-spring');
    expect(published?.en).toBe('The results of the call “Spring” are published: 1 application(s) selected.');
  });

  it('repeats reasons and reports of nobody', async () => {
    expect(await told(MilestoneReported({ milestone: 'trials', report: reasons }))).toEqual([]);
    const all = await told(AgreementTerminated({ cause: 'fault', reasons, plan: [], returned: shares }));
    expect(JSON.stringify(all)).not.toContain(reasons);
  });
});

describe('a deadline', () => {
  const due = { obligation: 'decide-funding:d-0', kind: 'decide-funding', step: 1, due: '2027-03-31T22:00:00Z', for: { funder: 'esf' } };

  it('is called to mind of the funder that has to decide, by the last day of it in the programme’s time zone', async () =>
    expect(await told(ObligationReminded(due))).toEqual([
      {
        funder: 'esf',
        fr: 'Rappel : votre décision sur votre part du financement est attendue, au plus tard le 31 mars 2027 (« Ateliers »).',
        en: 'Reminder: your decision on your share of the funding is awaited, by 31 March 2027 (“Ateliers”).',
        share: undefined,
      },
    ]));

  it('that was missed is told to that funder only', async () => {
    const late = await told(ObligationEscalated(due));
    expect(late.map(({ funder, en }) => [funder, en])).toEqual([
      ['esf', 'Late: your decision on your share of the funding is awaited since 31 March 2027 (“Ateliers”). The administrators are alerted.'],
    ]);
  });

  it('of somebody else is told to no funder', async () => {
    expect(await told(ObligationReminded({ ...due, kind: 'review', for: { person: 'rea' } }))).toEqual([]);
    expect(await told(ObligationEscalated({ ...due, kind: 'assess-eligibility', for: { role: 'administrator' } }))).toEqual([]);
  });
});
