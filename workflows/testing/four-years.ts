import { samples } from '@jalon/domain/testing';
import type { SkippingRegion } from './skipping.ts';

export const CALL = 'call-spring';
export const PROJECT = 'project-repair';

/** What people do in the four years of one project, on which day after the beginning. What else happens, the process does. */
export async function fourYears(years: SkippingRegion): Promise<void> {
  await selection(years);
  await concept(years);
  await pilotAndReturn(years);
  await ending(years);
}

/** From the call to the award. Bob hands in his review ten days late. */
async function selection({ live, day, ask, record, region }: SkippingRegion): Promise<void> {
  await live(1);
  await region.founded(region.fresh.clock().toISOString());
  await record('call/spring/draft-call', { ...samples.terms, opensOn: day(10), closesOn: day(60), selectionOn: day(120) });
  await record('call/spring/publish-call');
  await live(20);
  await ask('hanna', 'project/repair/start-application', { call: 'spring' });
  await ask('hanna', 'project/repair/revise-application', samples.content);
  await ask('hanna', 'project/repair/submit-application');
  await live(25);
  await ask('administrator', 'project/repair/assess-eligibility', { outcome: 'eligible', reasons: [] });
  await live(30);
  await ask('administrator', 'project/repair/assign-reviewer', { reviewer: 'ana' });
  await ask('administrator', 'project/repair/assign-reviewer', { reviewer: 'bob' });
  await live(40);
  await ask('ana', 'project/repair/submit-review', samples.reviewGiving(4));
  await live(70);
  await ask('bob', 'project/repair/submit-review', samples.reviewGiving(4));
  await live(74);
  await ask('administrator', 'call/spring/conclude-selection');
  await ask('funder-region', 'project/repair/decide-funding', { funder: 'region', outcome: 'granted' });
  await ask('funder-esf', 'project/repair/decide-funding', { funder: 'esf', outcome: 'granted' });
}

async function srlReview({ ask }: SkippingRegion, claimed: number, reached: number, consolidated: number): Promise<void> {
  await ask('ana', 'project/repair/assess-srl', { claimed, levels: samples.levels(claimed, reached, consolidated) });
  const toConsolidate = Array.from({ length: claimed - consolidated }, (_, index) => consolidated + 1 + index);
  await ask('administrator', 'project/repair/conclude-srl-review', { consolidationPlan: samples.planFor(...toConsolidate) });
}

const gate = ({ ask }: SkippingRegion, outcome: string, more: object = {}): Promise<void> =>
  ask('carl', 'project/repair/decide-gate', { outcome, reasons: 'As the committee found.', ...more });

/** The first review is held, the second missed, the third opens the way to the pilot. */
async function concept(years: SkippingRegion): Promise<void> {
  const { live, day, ask } = years;
  await live(110);
  await ask('administrator', 'project/repair/sign-agreement', { signedOn: day(110), parties: ['Région', 'Les Ateliers de Nulle-Part'] });
  await ask('administrator', 'project/repair/publish-grant', { where: 'https://data.example.org/grants' });
  await ask('administrator', 'project/repair/enter-phase', { phase: 'concept' });
  await live(310);
  await srlReview(years, 2, 2, 1);
  await live(880);
  await srlReview(years, 4, 4, 3);
  await live(920);
  await gate(years, 'passage');
  await ask('administrator', 'project/repair/enter-phase', { phase: 'pilot' });
}

/** The pilot shows that level 2 has to be looked at again: back to the concept, and to the pilot from there. */
async function pilotAndReturn(years: SkippingRegion): Promise<void> {
  const { live, ask } = years;
  await live(1110);
  await srlReview(years, 2, 2, 1);
  await live(1120);
  await gate(years, 'return', { to: 'concept' });
  await ask('administrator', 'project/repair/enter-phase', { phase: 'concept' });
  await live(1220);
  await srlReview(years, 4, 4, 4);
  await gate(years, 'passage');
  await ask('administrator', 'project/repair/enter-phase', { phase: 'pilot' });
}

/** It ends at SRL 5, with its results shared. */
async function ending(years: SkippingRegion): Promise<void> {
  const { live, ask } = years;
  await live(1410);
  await srlReview(years, 5, 5, 5);
  await live(1440);
  await gate(years, 'exit-with-shared-results');
  await live(1470);
  await ask('administrator', 'project/repair/complete-project', { results: 'Protocol and observations are published.' });
  await live(1480);
}
