import { describe, it } from 'vitest';
import { by } from '../../kernel/testing/given-when-then.ts';
import { inConcept, signed } from '../../testing/stories.ts';
import { agreeIndicator } from './agree-indicator.ts';
import { DoubleFundingChecked, IrregularityClosed, IrregularityReported, VisitPlanned, VisitRecorded } from './checks.ts';
import { closeIrregularity } from './close-irregularity.ts';
import { IndicatorAgreed, IndicatorReported, PublicityRecorded } from './indicators.ts';
import { planVisit } from './plan-visit.ts';
import { recordDoubleFundingCheck } from './record-double-funding-check.ts';
import { recordPublicity } from './record-publicity.ts';
import { recordVisit } from './record-visit.ts';
import { reportIndicator } from './report-indicator.ts';
import { reportIrregularity } from './report-irregularity.ts';

const carl = by('carl');
const hanna = by('hanna');

describe('a visit', () => {
  const plan = { visit: 'first', plannedOn: '2027-06-07', purpose: 'See the workshops.' };
  const seen = { visit: 'first', visitedOn: '2027-06-07', seen: 'Two workshops run.', attachments: [] };
  const planned = inConcept.and(VisitPlanned(plan));

  it('is planned for a day to come, today at the earliest', async () => {
    await inConcept.when(planVisit, carl, plan).decides(VisitPlanned(plan));
    await inConcept.when(planVisit, carl, { ...plan, plannedOn: '2027-06-06' }).refuses('visit-in-the-past', { plannedOn: '2027-06-06' });
    await planned.when(planVisit, carl, { ...plan, plannedOn: '2027-07-01' }).decides(VisitPlanned({ ...plan, plannedOn: '2027-07-01' }));
    await inConcept.when(planVisit, hanna, plan).refuses('not-by-the-holder');
    await signed.when(planVisit, carl, plan).refuses('project-not-running');
  });

  it('is recorded once, when it took place', async () => {
    await planned.when(recordVisit, carl, seen).decides(VisitRecorded(seen));
    await planned.when(recordVisit, carl, { ...seen, visitedOn: '2027-06-08' }).refuses('visit-to-come', { visitedOn: '2027-06-08' });
    await inConcept.when(recordVisit, carl, seen).refuses('visit-not-planned', { visit: 'first' });
    const recorded = planned.and(VisitRecorded(seen));
    await recorded.when(recordVisit, carl, seen).refuses('visit-already-recorded', { visit: 'first' });
    await recorded.when(planVisit, carl, plan).refuses('visit-already-recorded', { visit: 'first' });
    await planned.when(recordVisit, hanna, seen).refuses('not-by-the-holder');
    await signed.when(recordVisit, carl, seen).refuses('project-not-running');
  });
});

describe('an irregularity', () => {
  const reported = {
    irregularity: 'twice',
    description: 'One invoice twice.',
    shares: [
      { funder: 'region', amount: 2_000_000 },
      { funder: 'esf', amount: 1_000_001 },
    ],
  };
  const open = inConcept.and(IrregularityReported({ ...reported, toBeTold: ['esf'] }));
  const close = { irregularity: 'twice', outcome: 'corrected' as const, conclusion: 'All came back.' };

  it('is told to a European funder above 10,000 euros of its money', async () => {
    await inConcept.when(reportIrregularity, carl, reported).decides(IrregularityReported({ ...reported, toBeTold: ['esf'] }));
    const at = { ...reported, shares: [{ funder: 'esf', amount: 1_000_000 }] };
    await inConcept.when(reportIrregularity, carl, at).decides(IrregularityReported({ ...at, toBeTold: [] }));
  });

  it('is about the money of the project’s funders, and has a name of its own', async () => {
    await inConcept
      .when(reportIrregularity, carl, { ...reported, shares: [{ funder: 'foundation', amount: 1 }] })
      .refuses('not-its-funder', { funder: 'foundation' });
    await open.when(reportIrregularity, carl, reported).refuses('irregularity-already-reported', { irregularity: 'twice' });
    await inConcept.when(reportIrregularity, hanna, reported).refuses('not-by-the-holder');
    await signed.when(reportIrregularity, carl, reported).refuses('project-not-running');
  });

  it('is closed once, saying how it ended', async () => {
    await open.when(closeIrregularity, carl, close).decides(IrregularityClosed(close));
    await open.and(IrregularityClosed(close)).when(closeIrregularity, carl, close).refuses('irregularity-not-open', { irregularity: 'twice' });
    await inConcept.when(closeIrregularity, carl, close).refuses('irregularity-not-open');
    await open.when(closeIrregularity, hanna, close).refuses('not-by-the-holder');
    await signed.when(closeIrregularity, carl, close).refuses('project-not-running');
  });
});

describe('publicity', () => {
  const poster = { where: 'A poster.', named: ['region'], attachments: [] };

  it('shows which funders are named, and which are not', async () => {
    await inConcept.when(recordPublicity, hanna, poster).decides(PublicityRecorded({ ...poster, missing: ['esf'] }));
    const whole = { ...poster, named: ['esf', 'region'] };
    await inConcept.when(recordPublicity, hanna, whole).decides(PublicityRecorded({ ...whole, missing: [] }));
  });

  it('names the funders of the agreement', async () => {
    await inConcept.when(recordPublicity, hanna, { ...poster, named: ['foundation'] }).refuses('not-its-funder', { funder: 'foundation' });
    await signed.when(recordPublicity, hanna, poster).refuses('project-not-running');
  });
});

describe('a check on double funding', () => {
  const check = { outcome: 'clear' as const, sources: ['Accounts'], reasons: 'No other grant.' };

  it('is recorded by somebody else than the holder', async () => {
    await inConcept.when(recordDoubleFundingCheck, carl, check).decides(DoubleFundingChecked(check));
    await inConcept.when(recordDoubleFundingCheck, hanna, check).refuses('not-by-the-holder');
    await signed.when(recordDoubleFundingCheck, carl, check).refuses('project-not-running');
  });
});

describe('an indicator', () => {
  const participants = { indicator: 'participants', title: 'Participants', kind: 'output' as const, target: 240 };
  const count = { indicator: 'participants', upTo: '2027-06-07', count: 96, groups: [{ group: 'Women', count: 96 }] };
  const agreed = inConcept.and(IndicatorAgreed(participants));

  it('is agreed once', async () => {
    await inConcept.when(agreeIndicator, carl, participants).decides(IndicatorAgreed(participants));
    await agreed.when(agreeIndicator, carl, participants).refuses('indicator-already-agreed', { indicator: 'participants' });
    await signed.when(agreeIndicator, carl, participants).refuses('project-not-running');
  });

  it('is reported as counts up to a day that has come', async () => {
    await agreed.when(reportIndicator, hanna, count).decides(IndicatorReported(count));
    await agreed.when(reportIndicator, hanna, { ...count, upTo: '2027-06-08' }).refuses('count-to-come', { upTo: '2027-06-08' });
    await inConcept.when(reportIndicator, hanna, count).refuses('indicator-unknown', { indicator: 'participants' });
    await signed.when(reportIndicator, hanna, count).refuses('project-not-running');
  });

  it('has no group beyond its count', () =>
    agreed
      .when(reportIndicator, hanna, { ...count, groups: [{ group: 'Women', count: 97 }] })
      .refuses('group-beyond-count', { group: 'Women', count: 96 }));

  it('can be corrected for the same day, never for an earlier one', async () => {
    const reported = agreed.and(IndicatorReported(count));
    await reported.when(reportIndicator, hanna, { ...count, count: 97 }).decides(IndicatorReported({ ...count, count: 97 }));
    await reported.when(reportIndicator, hanna, { ...count, upTo: '2027-06-06' }).refuses('count-goes-back', { upTo: '2027-06-07' });
  });
});
