import { call, type Decision, type Happened, programme } from '@jalon/domain';
import {
  AgreementLapsed,
  ApplicationStarted,
  GateConditionConfirmed,
  GateConditionMet,
  GateDecided,
  MilestoneAgreed,
  MilestoneCancelled,
  MilestoneRevised,
  OverlapBegun,
  PhaseEntered,
  RecoveryFound,
  RecoveryOrdered,
  RecoveryPaid,
  ResultsShared,
} from '@jalon/domain/decisions';
import { describe, expect, it } from 'vitest';
import { projectPage } from './project-page.ts';
import { ProjectPage } from './shape.ts';
import { toldProject } from './story.ts';

const reasons = 'Reasons that no page shows.';

/** The page after these decisions, one a day from 1 May 2027. */
function pageAfter(...decisions: readonly Decision[]) {
  const happened = (index: number): Happened => ({ at: `2027-05-${10 + index}T08:00:00Z`, by: { kind: 'person', id: 'ada' }, id: `d-${index}` });
  const started = [ApplicationStarted({ call: 'spring', holder: 'hal' }), ...decisions];
  const told = started.reduce((before, decision, index) => toldProject.evolve(before, decision, happened(index)), toldProject.initial);
  const place = { id: 'workshops', version: started.length, lastAt: '2027-05-31T08:00:00Z', programmeId: 'breakthrough' };
  return ProjectPage.parse(projectPage({ ...told, ...place, programme: breakthrough, call: spring, obligations: [] }));
}

const title = { fr: 'Printemps', en: 'Spring' };
const spring = { ...call.initial, terms: { ...call.initial.terms, title } };
const breakthrough = { ...programme.initial, identity: { ...programme.initial.identity, name: title } };

const conditional = (...texts: readonly string[]) =>
  GateDecided({ outcome: 'conditional', from: 'concept', to: 'pilot', conditions: texts.map((text) => ({ text, dueOn: '2027-09-30' })), reasons });

describe('the page of a project', () => {
  it('shows each condition of its gates by its own words, and where it stands', () => {
    const page = pageAfter(
      conditional('Two partners sign.', 'Premises are found.'),
      GateConditionMet({ condition: 1, by: 'hal', report: 'They did.' }),
      GateConditionConfirmed({ condition: 1, outcome: 'met', evidence: 'Seen.' }),
      GateConditionMet({ condition: 2, by: 'hal', report: 'They are.' }),
      conditional('A thesis begins.'),
    );
    expect(page.gateConditions).toEqual([
      { condition: 1, text: 'Two partners sign.', phase: 'pilot', dueOn: '2027-09-30', standing: 'met' },
      { condition: 2, text: 'Premises are found.', phase: 'pilot', dueOn: '2027-09-30', standing: 'reported' },
      { condition: 3, text: 'A thesis begins.', phase: 'pilot', dueOn: '2027-09-30', standing: 'open' },
    ]);
    expect(page.gates[0]?.conditions).toEqual(['Two partners sign.', 'Premises are found.']);
    expect(JSON.stringify(page)).not.toContain(reasons);
  });

  it('shows work that overlaps with the next phase, until its gate is decided', () => {
    const begun = [PhaseEntered({ phase: 'concept', by: 'signature' }), OverlapBegun({ phase: 'pilot', part: 1_000, review: 1, by: 'ada', reasons })];
    expect(pageAfter(...begun).overlap).toEqual({ at: '2027-05-12T08:00:00Z', phase: 'pilot', part: 1_000 });
    expect(pageAfter(...begun, conditional('Premises are found.')).overlap).toBeUndefined();
  });

  it('shows milestones as they were agreed last, without those that are no longer awaited', () => {
    const trials = { milestone: 'trials', title: 'Trials', expected: 'Three trials.', dueOn: '2027-10-31' };
    const page = pageAfter(
      MilestoneAgreed(trials),
      MilestoneAgreed({ ...trials, milestone: 'fair', title: 'Fair' }),
      MilestoneRevised({ milestone: 'trials', expected: 'Two trials.', dueOn: '2027-12-31', reasons }),
      MilestoneCancelled({ milestone: 'fair', reasons }),
    );
    expect(page.milestones).toEqual([{ milestone: 'trials', title: 'Trials', expected: 'Two trials.', dueOn: '2027-12-31' }]);
  });

  it('shows what has to come back and what of it is still owed, to the cent', () => {
    const shares = [
      { funder: 'region', amount: 60_001 },
      { funder: 'esf', amount: 39_999 },
    ];
    const claim = { recovery: 1, amount: 100_000, shares };
    const found = RecoveryFound({ ...claim, phase: 'concept', because: 'settlement' });
    const ordered = RecoveryOrdered({ ...claim, reference: 'T-1' });
    const paid = (of: typeof shares) =>
      RecoveryPaid({ recovery: 1, amount: of.reduce((sum, { amount }) => sum + amount, 0), shares: of, paidOn: '2027-05-20', reference: 'V-1' });
    const standing = (...decisions: readonly Decision[]) => pageAfter(...decisions).recoveries.map(({ owed, standing: now }) => [owed, now]);
    expect(standing(found)).toEqual([[100_000, 'found']]);
    expect(standing(found, ordered, paid([{ funder: 'region', amount: 60_000 }]))).toEqual([[40_000, 'ordered']]);
    expect(standing(found, ordered, paid(shares))).toEqual([[0, 'repaid']]);
  });

  it('shows where results are to be found, and how it ended before its time', () => {
    const results = [{ what: 'Guide', where: 'https://commons.example/guide' }];
    expect(pageAfter(ResultsShared({ results })).resultsShared).toEqual(results);
    expect(pageAfter(AgreementLapsed({}))).toMatchObject({ stage: 'ended', ending: { fr: 'Caducité : convention non signée à temps' } });
  });
});
