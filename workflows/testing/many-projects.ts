import { addToDay, dayOf } from '@jalon/domain';
import { samples } from '@jalon/domain/testing';
import { inFlight } from '../client/index.ts';
import type { Region } from './region.ts';

const PER_CALL = 25;
const AT_ONCE = 8;
/** Of the projects of a decided call, as many have the same good marks, and as many of these are selected: the chair says in which order. */
const WELL_MARKED = 20;
const SELECTED = 15;
const reviewers = ['ana', 'bob'] as const;
const parties = ['Région', 'Les Ateliers de Nulle-Part'];
const reasons = 'As found.';

type Take = (daysAgo: number, command: string, input?: unknown, who?: string) => Promise<void>;

/** So many projects of one region in the stages that there are, as of today: half of them in calls that take applications, half in calls that were decided. */
export async function manyProjects(region: Region, count: number): Promise<void> {
  const today = dayOf(new Date().toISOString(), 'Europe/Paris');
  const at = (daysAgo: number) => `${addToDay(today, `-P${daysAgo}D`)}T09:00:00Z`;
  const on = (days: number) => addToDay(today, `${days < 0 ? '-' : ''}P${Math.abs(days)}D`);
  await region.founded(at(200));
  const calls = Array.from({ length: Math.ceil(count / PER_CALL) }, (_, index) => index);
  await inFlight(calls, AT_ONCE, async (index) => {
    const call = `c${index}`;
    const decided = index % 2 === 1;
    const ids = Array.from({ length: Math.min(PER_CALL, count - index * PER_CALL) }, (_, number) => `${call}-p${number}`);
    const closesOn = on(decided ? -60 : 60);
    await region.called(at(150), { opensOn: on(-140), closesOn, selectionOn: on(90) }, call);
    await region.record(at(140), `call/${call}/open-call`);
    for (const [number, id] of ids.entries()) await (decided ? reviewed : applying)(taking(region, at, id), number, call);
    if (!decided) return;
    await region.record(at(59), `call/${call}/close-call`);
    if (ids.length > SELECTED) await region.record(at(51), `call/${call}/settle-tie`, { order: ids.slice(0, WELL_MARKED), reasons }, 'carl');
    await region.record(at(50), `call/${call}/conclude-selection`);
    for (const [number, id] of ids.entries()) await goingOn(taking(region, at, id), number, on);
  });
}

const taking =
  (region: Region, at: (daysAgo: number) => string, id: string): Take =>
  async (daysAgo, command, input = {}, who = 'operator') =>
    void (await region.record(at(daysAgo), `project/${id}/${command}`, input, who));

async function applied(take: Take, call: string): Promise<void> {
  await take(100, 'start-application', { call }, 'hanna');
  await take(100, 'revise-application', samples.content, 'hanna');
  await take(20, 'submit-application', {}, 'hanna');
}

/** A draft, or handed in: as it came, with pieces awaited, ineligible and told so, or in review. */
async function applying(take: Take, number: number, call: string): Promise<void> {
  if (number % 5 === 0) return take(100, 'start-application', { call }, 'hanna');
  await applied(take, call);
  if (number % 5 === 2) return take(18, 'request-supplement', { pieces: ['accounts'], information: [] });
  if (number % 5 === 3) {
    await take(15, 'assess-eligibility', { outcome: 'ineligible', reasons: [{ check: 'eligibility', reason: reasons }] });
    return take(14, 'notify-outcome', { outcome: 'ineligible', reasons });
  }
  if (number % 5 !== 4) return;
  await take(15, 'assess-eligibility', { outcome: 'eligible', reasons: [] });
  for (const reviewer of reviewers) await take(10, 'assign-reviewer', { reviewer });
}

async function reviewed(take: Take, number: number, call: string): Promise<void> {
  await take(100, 'start-application', { call }, 'hanna');
  await take(100, 'revise-application', samples.contentAsking(6_000_000), 'hanna');
  await take(90, 'submit-application', {}, 'hanna');
  await take(85, 'assess-eligibility', { outcome: 'eligible', reasons: [] });
  for (const reviewer of reviewers) await take(80, 'assign-reviewer', { reviewer });
  for (const reviewer of reviewers) await take(70, 'submit-review', samples.reviewGiving(number < WELL_MARKED ? 4 : 2), reviewer);
}

/** Fifteen are selected: some wait for their funders, others have signed, are in a phase, suspended, or on their way to the end. */
async function goingOn(take: Take, number: number, on: (days: number) => string): Promise<void> {
  if (number >= SELECTED || number % 5 === 0) return;
  for (const funder of ['region', 'esf']) await take(45, 'decide-funding', { funder, outcome: 'granted' });
  if (number % 5 === 1) return;
  await take(40, 'sign-agreement', { signedOn: on(-40), parties });
  await take(39, 'enter-phase', { phase: 'concept' });
  await take(38, 'agree-milestone', { milestone: 'trials', title: 'Trials', expected: 'Observations.', dueOn: on(30) });
  if (number % 5 === 3) await take(20, 'suspend-agreement', { reasons });
  if (number % 5 === 4) await take(20, 'decide-gate', { outcome: 'exit-with-shared-results', reasons });
}
