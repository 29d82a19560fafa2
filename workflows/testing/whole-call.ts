import { samples } from '@jalon/domain/testing';
import type { AtWork } from './place.ts';
import type { SkippingRegion } from './skipping.ts';

export const CALL = 'call-spring';
export const SITTING = 'sitting-spring';
const remedies = { authority: 'Région', court: 'Tribunal administratif de Nulle-Part' };

/** The applications `application-1` … by what becomes of them. */
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
export const groups = {
  /** Selected and awarded; the ninth is declined by a funder. */
  selected: numbers(1, 9),
  declined: 9,
  /** In reserve; the first two are promoted, the first of them lets its agreement lapse. */
  reserve: numbers(10, 30),
  promoted: [10, 11],
  /** Below the thresholds. */
  notSelected: numbers(31, 37),
  /** Found ineligible; the second appeals in vain. */
  ineligible: [38, 39],
  /** Pieces are asked of it that never come, and nobody answers it in time. */
  forgotten: 40,
} as const;
const reviewed = numbers(1, 37);
/** The reviews that Dan hands in three days late. */
export const late = [3, 12, 20, 31] as const;

const of = (number: number) => `project/application-${number}`;
const holderOf = (number: number) => `holder-${number}`;

/** What people do in a call with forty applications, and one that was never handed in. What else happens, the process does. */
export async function wholeCall(years: SkippingRegion<AtWork>): Promise<void> {
  await applications(years);
  await reviews(years);
  await outcomes(years);
  await aftermath(years);
}

async function applies({ ask }: SkippingRegion<AtWork>, number: number): Promise<void> {
  await ask(holderOf(number), `${of(number)}/start-application`, { call: 'spring' });
  await ask(holderOf(number), `${of(number)}/revise-application`, samples.content);
  await ask(holderOf(number), `${of(number)}/submit-application`);
}

async function applications(years: SkippingRegion<AtWork>): Promise<void> {
  const { live, day, ask, record, region } = years;
  await live(1);
  await region.founded(region.fresh.clock().toISOString());
  for (const person of ['cleo', 'dan']) await record('organisation/authority/grant-role', { person, role: 'reviewer' });
  for (const number of numbers(1, 41)) await record('organisation/authority/grant-role', { person: holderOf(number), role: 'project-holder' });
  await record('call/spring/draft-call', { ...samples.terms, opensOn: day(10), closesOn: day(60), selectionOn: day(110) });
  await record('call/spring/publish-call');
  await live(11);
  await applies(years, groups.forgotten);
  await live(13);
  await ask('administrator', `${of(groups.forgotten)}/request-supplement`, { pieces: ['accounts'], information: [] });
  await live(40);
  for (const number of numbers(1, 39)) await applies(years, number);
  await live(45);
  await ask(holderOf(41), `${of(41)}/start-application`, { call: 'spring' });
  await live(50);
  for (const number of reviewed) await ask('administrator', `${of(number)}/assess-eligibility`, { outcome: 'eligible', reasons: [] });
  const reasons = [{ check: 'eligibility', reason: 'It takes place elsewhere.' }];
  for (const number of groups.ineligible) {
    await ask('administrator', `${of(number)}/assess-eligibility`, { outcome: 'ineligible', reasons });
    await ask('administrator', `${of(number)}/notify-outcome`, { outcome: 'ineligible', reasons: 'As assessed.', remedies });
  }
}

/** A sitting of the committee on the first of them, which is never held. */
const sitting = (heldOn: string) => ({
  programme: 'breakthrough',
  call: 'spring',
  heldAt: `${heldOn}T12:00:00Z`,
  members: ['carl', 'ines', 'jean', 'lise'].map((person) => ({ person, voice: 'deliberative' })),
  chair: 'carl',
  items: [{ item: 'item-1', project: 'application-1', question: 'selection' }],
});

/** Two of four reviewers each; the appeal against an assessment is rejected meanwhile. */
async function reviews({ live, day, ask, record }: SkippingRegion<AtWork>): Promise<void> {
  const [, appeals] = groups.ineligible;
  const pairs = [
    ['ana', 'bob'],
    ['cleo', 'dan'],
  ] as const;
  const pairOf = (number: number) => (late.some((one) => one === number) ? pairs[1] : pairs[number % 2]!);
  await live(58);
  for (const number of reviewed) for (const reviewer of pairOf(number)) await ask('administrator', `${of(number)}/assign-reviewer`, { reviewer });
  await ask(holderOf(appeals), `${of(appeals)}/lodge-appeal`, { grounds: 'Half of it takes place here.' });
  await live(70);
  await record('sitting/spring/convene-sitting', sitting(day(90)));
  const marked = (number: number) => samples.reviewGiving(number < 10 ? 4.5 : number < 31 ? 4 : 2);
  for (const number of reviewed)
    for (const reviewer of pairOf(number))
      if (reviewer !== 'dan' || !late.some((one) => one === number)) await ask(reviewer, `${of(number)}/submit-review`, marked(number));
  await live(80);
  await ask('alma', `${of(appeals)}/decide-appeal`, { outcome: 'rejected', reasons: 'It is less than a tenth.' });
  await live(91);
  for (const number of late) await ask('dan', `${of(number)}/submit-review`, marked(number));
}

/** The forgotten one is answered after its silence; then the selection, its notifications and what the funders decide. */
async function outcomes({ live, ask, record }: SkippingRegion<AtWork>): Promise<void> {
  await live(94);
  const forgotten = of(groups.forgotten);
  await ask('administrator', `${forgotten}/assess-eligibility`, {
    outcome: 'ineligible',
    reasons: [{ check: 'completeness', reason: 'No accounts.' }],
  });
  await ask('administrator', `${forgotten}/notify-outcome`, { outcome: 'ineligible', reasons: 'Its accounts never came.', remedies });
  await live(95);
  // Those with the same marks are ranked as they came.
  const order = reviewed.filter((number) => number > 9 && number < 31).map((number) => `application-${number}`);
  await ask('carl', 'call/spring/settle-tie', { order, reasons: 'In the order in which they came.' });
  await ask('administrator', 'call/spring/conclude-selection');
  await live(96);
  const told = (outcome: string, numbers: readonly number[]) =>
    Promise.all(numbers.map((number) => ask('administrator', `${of(number)}/notify-outcome`, { outcome, reasons: 'As ranked.', remedies })));
  await told('selected', groups.selected);
  await told('reserve', groups.reserve);
  await told('not-selected', groups.notSelected);
  await live(97);
  for (const number of groups.selected.filter((one) => one !== groups.declined)) await grants(ask, number);
  await ask('funder-region', `${of(groups.declined)}/decide-funding`, { funder: 'region', outcome: 'declined', reasons: 'Outside its programme.' });
  await told('refused', [groups.declined]);
  await record('call/spring/publish-results', { words: { fr: 'Neuf projets sont retenus.', en: 'Nine projects are selected.' } });
}

async function grants(ask: SkippingRegion['ask'], number: number): Promise<void> {
  for (const funder of ['region', 'esf']) await ask(`funder-${funder}`, `${of(number)}/decide-funding`, { funder, outcome: 'granted' });
}

/** The first of the reserve is promoted and never signs; the second is promoted in its place. */
async function aftermath({ live, day, ask, record }: SkippingRegion<AtWork>): Promise<void> {
  const [first, second] = groups.promoted;
  await live(99);
  await record('sitting/spring/cancel-sitting', { reasons: 'The selection was concluded without it.' });
  await record('call/spring/promote-from-reserve');
  await grants(ask, first);
  await live(110);
  const parties = ['Région', 'Les Ateliers de Nulle-Part'];
  const signs = (number: number, on: number) => ask('administrator', `${of(number)}/sign-agreement`, { signedOn: day(on), parties });
  for (const number of groups.selected.filter((one) => one !== groups.declined)) await signs(number, 110);
  await live(165);
  await record('call/spring/promote-from-reserve');
  await grants(ask, second);
  await live(170);
  await signs(second, 170);
  await live(180);
}
