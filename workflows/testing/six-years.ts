import { commands } from '@jalon/domain';
import { samples } from '@jalon/domain/testing';
import { PROJECT } from './four-years.ts';
import type { AtWork } from './place.ts';
import type { SkippingRegion } from './skipping.ts';

export { PROJECT } from './four-years.ts';

type Years = SkippingRegion<AtWork>;
const REPAIR = PROJECT.replace('-', '/');
const reasons = 'As the committee found.';

/** The days on which people bring the project to its next stage, counted from the beginning. */
export const days = { refused: 14, corrected: 33, signed: 80, suspended: 560, resumed: 720, returned: 840, closing: 2010, ended: 2190 } as const;

/** What people do in the six years of one project that was refused at first. What else happens, the process does. */
export async function sixYears(years: Years): Promise<void> {
  await refusedAndCorrected(years);
  await selected(years);
  await toThePilot(years);
  await suspendedAndReturned(years);
  await toTheEnd(years);
}

/** Found ineligible by mistake; the appeal is upheld and the outcome corrected. */
async function refusedAndCorrected({ live, day, ask, record, region }: Years): Promise<void> {
  await live(1);
  await region.founded(region.fresh.clock().toISOString());
  await record('call/spring/draft-call', { ...samples.terms, opensOn: day(10), closesOn: day(60), selectionOn: day(120) });
  await record('call/spring/publish-call');
  await live(12);
  await ask('hanna', `${REPAIR}/start-application`, { call: 'spring' });
  await ask('hanna', `${REPAIR}/revise-application`, samples.content);
  await ask('hanna', `${REPAIR}/submit-application`);
  await live(days.refused);
  await ask('administrator', `${REPAIR}/assess-eligibility`, {
    outcome: 'ineligible',
    reasons: [{ check: 'completeness', reason: 'A piece is missing.' }],
  });
  await live(16);
  const remedies = { authority: 'Région', court: 'Tribunal administratif de Nulle-Part' };
  await ask('administrator', `${REPAIR}/notify-outcome`, { outcome: 'ineligible', reasons: 'As assessed.', remedies });
  await live(20);
  await ask('hanna', `${REPAIR}/lodge-appeal`, { grounds: 'It was in the file.' });
  await live(30);
  await ask('alma', `${REPAIR}/decide-appeal`, { outcome: 'upheld', reasons: 'It was in the file.' });
  await live(days.corrected);
  await ask('alma', `${REPAIR}/correct-outcome`, { to: 'eligible', reasons: 'The appeal was upheld.' });
}

async function selected({ live, day, ask }: Years): Promise<void> {
  await live(36);
  for (const reviewer of ['ana', 'bob']) await ask('administrator', `${REPAIR}/assign-reviewer`, { reviewer });
  await live(50);
  for (const reviewer of ['ana', 'bob']) await ask(reviewer, `${REPAIR}/submit-review`, samples.reviewGiving(4));
  await live(68);
  await ask('administrator', 'call/spring/conclude-selection');
  await live(70);
  await ask('administrator', `${REPAIR}/notify-outcome`, { outcome: 'selected' });
  for (const funder of ['region', 'esf']) await ask(`funder-${funder}`, `${REPAIR}/decide-funding`, { funder, outcome: 'granted' });
  await live(days.signed);
  await ask('administrator', `${REPAIR}/sign-agreement`, { signedOn: day(days.signed), parties: ['Région', 'Les Ateliers de Nulle-Part'] });
  await ask('administrator', `${REPAIR}/publish-grant`, { where: 'https://data.example.org/grants' });
  await enters(ask, 'concept');
}

const enters = (ask: Years['ask'], phase: string) => ask('administrator', `${REPAIR}/enter-phase`, { phase });

/** A review is held that found these levels: consolidated up to the last, to consolidate up to the second. */
async function reviewed({ ask }: Years, claimed: number, reached: number, consolidated: number): Promise<void> {
  await ask('ana', `${REPAIR}/assess-srl`, { claimed, levels: samples.levels(claimed, reached, consolidated) });
  const toConsolidate = Array.from({ length: reached - consolidated }, (_, index) => consolidated + 1 + index);
  await ask('administrator', `${REPAIR}/conclude-srl-review`, { consolidationPlan: samples.planFor(...toConsolidate) });
}

async function passes({ ask }: Years, to: string): Promise<void> {
  await ask('carl', `${REPAIR}/decide-gate`, { outcome: 'passage', reasons });
  await enters(ask, to);
}

async function toThePilot(years: Years): Promise<void> {
  await years.live(275);
  await reviewed(years, 2, 2, 1);
  await years.live(465);
  await reviewed(years, 4, 4, 3);
  await years.live(480);
  await passes(years, 'pilot');
}

/** A flood closes the premises for a hundred and sixty days; then earlier levels have to be looked at again. */
async function suspendedAndReturned(years: Years): Promise<void> {
  const { live, ask } = years;
  await live(days.suspended);
  await ask('administrator', `${REPAIR}/suspend-agreement`, { reasons: 'The premises are closed after a flood.' });
  await live(days.resumed);
  await ask('administrator', `${REPAIR}/resume-agreement`, { reasons: 'The premises are open again.' });
  await live(830);
  await reviewed(years, 2, 2, 1);
  await live(days.returned);
  await ask('carl', `${REPAIR}/decide-gate`, { outcome: 'return', to: 'concept', reasons });
  await enters(ask, 'concept');
  await live(940);
  await reviewed(years, 4, 4, 4);
  await live(945);
  await passes(years, 'pilot');
}

/** One more gate, two yearly reviews, and an end at SRL 8 with its results shared. */
async function toTheEnd(years: Years): Promise<void> {
  const { live, ask } = years;
  await live(1140);
  await reviewed(years, 7, 7, 6);
  await ask('hanna', `${REPAIR}/review-value`, commands.find(({ name }) => name === 'review-value')?.example);
  await live(1150);
  await passes(years, 'institutionalisation');
  await live(1525);
  await reviewed(years, 8, 8, 8);
  await live(1900);
  await reviewed(years, 8, 8, 8);
  await live(days.closing);
  await ask('carl', `${REPAIR}/decide-gate`, { outcome: 'exit-with-shared-results', reasons });
  await live(days.ended);
  await ask('administrator', `${REPAIR}/complete-project`, { results: 'Protocol and observations are published.' });
  await live(days.ended + 1);
}
