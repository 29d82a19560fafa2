import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { call } from '../call/call.ts';
import { AwardReturned, SelectionConcluded } from '../call/selection.ts';
import { commands, kinds } from '../catalogue.ts';
import type { ObligationKind } from '../kernel/obligation.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { parseStream } from '../kernel/stream-kind.ts';
import { by, type Entry, type World } from '../kernel/testing/given-when-then.ts';
import { laterOf } from '../kernel/time.ts';
import { keepers } from '../process/keepers.ts';
import { Phase } from '../programme/policy.ts';
import { policyInForce, programme } from '../programme/programme.ts';
import { addShares, type ByFunder } from '../programme/shares.ts';
import { TrancheReleased } from '../project/funding/tranches.ts';
import { projectObligations } from '../project/obligations.ts';
import { type Project, project } from '../project/project.ts';
import { reviewsNeeded } from '../project/review/reviews-needed.ts';
import { ApplicationSelected } from '../project/selection/selection.ts';
import { attempt, histories, type Life, live, obligationsOn, type Plan, stepMove, thingsOf } from './histories.ts';
import type { Move } from './move.ts';
import { CALL, movesIn } from './moves.ts';
import { takenAlone } from './required-people.ts';

/** The same histories for every property: each is lived through once. */
const runs = { seed: 20_270_111, numRuns: 75, endOnFailure: true };
// A counterexample is not shrunk: that lives through hundreds of histories. It is told whole, with the seed.
vi.setConfig({ testTimeout: 120_000 });
const lived = new Map<string, Promise<Life>>();
function lifeOf(plan: Plan): Promise<Life> {
  const key = JSON.stringify(plan);
  const life = lived.get(key) ?? live(plan);
  lived.set(key, life);
  return life;
}
const always = (check: (life: Life, plan: Plan) => void | Promise<void>): Promise<void> =>
  fc.assert(
    fc.asyncProperty(histories(), async (plan) => check(await lifeOf(plan), plan)),
    runs,
  );

const projectsOf = (world: World): readonly Project[] =>
  thingsOf(world)
    .filter((subject) => subject.startsWith('project-'))
    .map((subject) => world.state(project, subject));

const over: readonly string[] = ['ended', 'case-study'];

/** What goes on after a project has ended: a lesson is taken back, its grant is published, and what a check began is brought to its end, with the money that follows. */
const afterEnd =
  'withdraw-lesson publish-grant record-visit record-finding answer-finding close-findings decide-correction close-check close-irregularity order-recovery record-recovery-paid waive-recovery'.split(
    ' ',
  );

/** An irregularity that is open lets further checks be made, however late. */
function goingOn({ stage, checks }: Project): readonly string[] {
  if (stage !== 'ended') return [];
  const open = Object.values(checks.irregularities).includes('open');
  return open ? [...afterEnd, 'open-check', 'plan-visit', 'report-irregularity', 'record-double-funding-check'] : afterEnd;
}

/** Every world that a life went through, beginning with the first. */
const worldsOf = ({ tried, world }: Life): readonly World[] => [...tried.map(({ before }) => before), world];

describe('in every history', () => {
  it('the log, folded again, gives the state that rules saw', () =>
    always(({ world }) => {
      for (const stream of new Set(world.past.map((entry) => entry.stream)))
        expect(fold(stream, world.past)).toEqual(world.state(kinds[parseStream(stream).kind]!, stream));
    }));

  it('a state as of another time can be folded, and tells what was due then, whatever is missing from it', () =>
    always(({ world }, plan) => {
      const programme = world.state(kinds.programme!, 'programme-breakthrough');
      for (const modulus of [2, 3, 5, 7]) {
        const kept = world.past.filter((_, index) => (index * 31 + plan.turns.length) % modulus !== 0);
        for (const subject of thingsOf(world)) {
          const state = fold(subject, kept);
          if (subject.startsWith('project-')) expect(projectObligations(state as Project, programme)).toBeInstanceOf(Array);
        }
      }
    }));

  it('a rule asked again of the same state answers the same', () =>
    always(async ({ tried }) => {
      for (const { before, move, after, refusal } of tried.slice(0, 80)) {
        if (after === before && !refusal) continue;
        const again = await before.when(move.command, move.actor, move.data).outcome();
        const recorded = after.past.slice(before.past.length).map(({ decision }) => decision);
        expect(isRefusal(again) ? again : [again].flat().map((one) => ('stream' in one ? one.decision : one))).toEqual(refusal ?? recorded);
      }
    }));

  it('what can be done once is never accepted twice', () =>
    always(({ tried }) => {
      const once = tried.filter(({ before, after }) => after !== before).flatMap(({ move, after }) => onceOnly(move, after));
      expect(once.filter((done, index) => once.indexOf(done) !== index)).toEqual([]);
    }));

  it('a project that has ended accepts nothing but what its file still asks for, and a case study nothing at all', () =>
    always(async ({ world }) => {
      for (const subject of thingsOf(world).filter((thing) => over.includes(world.state(project, thing).stage))) {
        const goesOn = goingOn(world.state(project, subject));
        for (const command of commands.filter(({ kind, creates, name }) => kind === 'project' && !creates && !goesOn.includes(name))) {
          for (const data of command.name === 'enter-phase' ? Phase.options.map((phase) => ({ phase })) : [command.example]) {
            const { refusal } = await attempt(world.at('2199-01-01T00:00:00Z'), { subject, command, actor: by('administrator'), data });
            expect(refusal, `${command.name} on ${subject}`).toBeDefined();
          }
        }
      }
    }));

  it('each step of the process, at its date, is accepted and changes what is due', () =>
    always(async (life) => {
      const seen = new Map<string, unknown>();
      const looks = worldsOf(life).filter((_, index, all) => index % 16 === 0 || index === all.length - 1);
      for (const world of looks) {
        // A thing to which nothing happened since the last look owes what it owed then.
        const changed = thingsOf(world).filter((subject) => world === life.world || seen.get(subject) !== stateOf(world, subject));
        for (const subject of changed) {
          seen.set(subject, stateOf(world, subject));
          await everyStepIsAccepted(world, subject);
        }
      }
    }));

  it('obligations have names of their own, a keeper, and steps in order of date, the first of which is next', () =>
    always(async ({ world }) => {
      for (const subject of thingsOf(world)) {
        const obligations = await obligationsOn(world, subject);
        expect(new Set(obligations.map(({ id }) => id)).size).toBe(obligations.length);
        for (const { kind, steps, next } of obligations) {
          expect(keepers[kind]).toBeDefined();
          expect(next).toBe(steps[0]);
          expect(steps.map(({ at }) => Date.parse(at))).toEqual(steps.map(({ at }) => Date.parse(at)).toSorted((a, b) => a - b));
        }
      }
    }));
});

describe('in every history, nothing is decided without', () => {
  it('the people whom it needs: nobody adopts what they drafted, pays what they asked for or certifies what they examined', () =>
    always(({ world }) => {
      expect(takenAlone(world.past)).toEqual([]);
    }));

  it('the reviews that the policy asks for, of every application that is selected', () =>
    always(({ tried }) => {
      for (const { before, after } of tried.filter((one) => accepted(one, 'conclude-selection'))) {
        const { policy } = policyInForce(before.state(programme, 'programme-breakthrough'), before.now);
        for (const subject of thingsOf(after).filter((thing) => thing.startsWith('project-') && after.state(project, thing).selected)) {
          const { reviews, consensus } = before.state(project, subject);
          expect(reviewsNeeded(reviews, policy, consensus), subject).toBe(0);
        }
      }
    }));

  it('evidence: the SRL that a review reaches has it at every level, and no more is consolidated than reached', () =>
    always(({ tried }) => {
      for (const { move, before, after } of tried.filter((one) => accepted(one, 'conclude-srl-review'))) {
        const { assessments } = before.state(project, move.subject).srl.open!;
        const { reached, consolidated } = after.state(project, move.subject).srl.concluded!;
        expect(consolidated).toBeLessThanOrEqual(reached);
        for (let level = 1; level <= reached; level += 1) {
          const found = assessments.flatMap(({ levels }) => levels.filter((one) => one.level === level));
          expect(
            found.some(({ outcome, evidence }) => outcome !== 'not-reached' && evidence.trim() !== ''),
            `level ${level}`,
          ).toBe(true);
        }
      }
    }));

  it('leaving a way on: whatever has no outcome yet waits for the process, or for something that somebody can do', () =>
    always(async (life, { applicants }) => {
      for (const world of worldsOf(life).filter((_, index, all) => index % 64 === 0 || index === all.length - 1))
        for (const subject of thingsOf(world).filter((thing) => !hasOutcome(world, thing)))
          expect(await goesOn(world, subject, applicants), `${subject} at ${stageOf(world, subject)}`).toBe(true);
    }));
});

describe('in every history, money', () => {
  it('that the envelope commits is what the projects hold, and never more than each funder put in, less what is kept back', () =>
    always((life) => {
      for (const world of worldsOf(life)) {
        const held = thingsOf(world)
          .filter((subject) => subject.startsWith('project-'))
          .reduce<ByFunder>(
            (sums, subject) => addShares(addShares(sums, world.state(project, subject).selected?.shares ?? []), returnedOf(world, subject), -1),
            {},
          );
        const committed = world.state(call, CALL).committed;
        for (const funder of Object.keys({ ...held, ...committed })) expect(committed[funder] ?? 0).toBe(held[funder] ?? 0);
      }
      for (const { envelope } of concludedIn(life.world)) {
        for (const { amount, keptBack, committed } of envelope) expect(committed).toBeLessThanOrEqual(amount - keptBack);
      }
    }));

  it('of an agreement adds up, for every funder, to what it is held to, which is never more than it granted, and so do its payments', () =>
    always(({ world }) => {
      for (const { agreement, funding } of projectsOf(world)) {
        if (!agreement) continue;
        const planned = agreement.plan.reduce<ByFunder>((sums, { shares }) => addShares(sums, shares), {});
        expect(planned).toEqual(addShares({}, agreement.shares));
        const granted = addShares({}, funding.awarded!.shares);
        for (const [funder, amount] of Object.entries(planned)) expect(amount).toBeLessThanOrEqual(granted[funder] ?? 0);
        expect(Object.values(planned).reduce((sum, amount) => sum + amount, 0)).toBe(agreement.amount);
      }
    }));

  it('that is released never goes beyond the agreement, for any funder', () =>
    always(({ world }) => {
      for (const subject of thingsOf(world).filter((thing) => thing.startsWith('project-'))) {
        const released = world.past.filter(({ stream, decision }) => stream === subject && decision.type === TrancheReleased.type);
        const amounts = released.map(({ decision }) => TrancheReleased.data.parse(decision.data));
        for (const { amount, shares } of amounts) expect(shares.reduce((sum, share) => sum + share.amount, 0)).toBe(amount);
        const paid = amounts.reduce<ByFunder>((sums, { shares }) => addShares(sums, shares), {});
        const granted = addShares({}, world.state(project, subject).funding.awarded?.shares ?? []);
        for (const [funder, amount] of Object.entries(paid)) expect(amount).toBeLessThanOrEqual(granted[funder] ?? 0);
      }
    }));
});

describe('the histories', () => {
  it('get everywhere: into each stage, to most of what can be due, and to nearly every command that people would sensibly try', async () => {
    const stages = new Set<string>();
    const owed = new Set<string>();
    const [sensible, accepted] = [new Set<string>(), new Set<string>()];
    const nameOf = ({ command: { kind, name } }: Move) => `${kind}/${name}`;
    await always(async (life, { applicants }) => {
      for (const { move, before, after } of life.tried) if (after !== before) accepted.add(nameOf(move));
      for (const [index, world] of worldsOf(life).entries()) {
        const { course, beside } = movesIn(world, applicants, index);
        for (const move of [...course, ...beside]) sensible.add(nameOf(move));
        for (const { stage } of projectsOf(world)) stages.add(stage);
        for (const subject of thingsOf(world)) for (const { kind } of await obligationsOn(world, subject)) owed.add(kind);
      }
    });
    const allStages =
      'case-study draft submitted ineligible in-review selected reserve not-selected refused agreement concept pilot institutionalisation suspended closing ended'.split(
        ' ',
      );
    expect(allStages.filter((stage) => !stages.has(stage))).toEqual([]);
    const never = [...sensible].filter((path) => !accepted.has(path));
    expect(never.length, `never accepted: ${never.join(', ')}`).toBeLessThan(sensible.size / 10);
    const notOwed = (Object.keys(keepers) as ObligationKind[]).filter((kind) => !owed.has(kind));
    expect(notOwed.length, `never due: ${notOwed.join(', ')}`).toBeLessThan(Object.keys(keepers).length / 4);
  });
});

function fold(stream: string, past: readonly Entry[]): unknown {
  const kind = kinds[parseStream(stream).kind]!;
  return past.filter((entry) => entry.stream === stream).reduce<unknown>((state, entry) => kind.evolve(state, entry.decision, entry), kind.initial);
}

const concludedIn = (world: World) =>
  world.past.filter(({ decision }) => decision.type === SelectionConcluded.type).map(({ decision }) => SelectionConcluded.data.parse(decision.data));

/** What came back to the envelope of a project's award since it was last selected: the whole of it, or what was not used. */
function returnedOf(world: World, subject: string) {
  const since = world.past.findLastIndex(({ stream, decision }) => stream === subject && decision.type === ApplicationSelected.type);
  return world.past
    .slice(since + 1)
    .filter(({ decision }) => decision.type === AwardReturned.type)
    .map(({ decision }) => AwardReturned.data.parse(decision.data))
    .filter(({ application }) => `project-${application}` === subject)
    .flatMap(({ shares }) => shares);
}

/** Commands that a thing sees once, told apart by what they are about. */
const onceOnThing = [
  'publish-call open-call close-call conclude-selection',
  'start-application submit-application assess-eligibility sign-agreement lapse-agreement complete-project record-case-study',
]
  .join(' ')
  .split(' ');
const onceAbout: Readonly<Record<string, readonly string[]>> = {
  'assign-reviewer': ['reviewer'],
  'decide-funding': ['funder'],
  'agree-milestone': ['milestone'],
  'release-tranche': ['phase', 'kind'],
  remind: ['obligation', 'step'],
  escalate: ['obligation', 'step'],
};

function onceOnly({ subject, command: { name }, actor, data }: Life['tried'][number]['move'], after: World): string[] {
  if (onceOnThing.includes(name)) return [`${subject} ${name}`];
  if (name === 'submit-review' || name === 'declare-conflict') return [`${subject} ${name} ${actor.id}`];
  // An appeal that was upheld begins the examination anew, and with it the time for an answer.
  if (name === 'record-silence') return [`${subject} ${name} ${after.state(project, subject).application.reopened?.id}`];
  const about = onceAbout[name];
  if (!about) return [];
  const asked = { phase: after.state(project, subject).phases?.current, ...(data as object) } as Readonly<Record<string, unknown>>;
  return [`${subject} ${name} ${about.map((field) => String(asked[field])).join(' ')}`];
}

const accepted = ({ move, before, after }: Life['tried'][number], name: string): boolean => after !== before && move.command.name === name;

const stageOf = (world: World, subject: string): string => (stateOf(world, subject) as { readonly stage: string }).stage;

/** Whether it is over, with a word for how: a project that ended or whose refusal is final, a call that was decided on, a sitting that was held. */
function hasOutcome(world: World, subject: string): boolean {
  if (['ended', 'case-study', 'concluded', 'cancelled', 'held'].includes(stageOf(world, subject))) return true;
  return subject.startsWith('project-') && world.state(project, subject).outcome.current?.final !== undefined;
}

/** Whether the process will act on it, or one of the things that people would try is accepted. */
async function goesOn(world: World, subject: string, applicants: number): Promise<boolean> {
  if ((await obligationsOn(world, subject)).some(({ steps }) => steps.length > 0)) return true;
  const kind = parseStream(subject).kind;
  const sensible = Array.from({ length: 12 }, (_, chance) => movesIn(world, applicants, chance)).flatMap(({ course, beside }) => [
    ...course,
    ...beside,
  ]);
  const wild = commands
    .filter((command) => command.kind === kind && !command.creates)
    .map((command) => ({ subject, command, actor: by('administrator'), data: command.example }));
  for (const move of [...sensible.filter((one) => one.subject === subject), ...wild]) {
    const { before, after } = await attempt(world, move);
    if (before !== after) return true;
  }
  return false;
}

const stateOf = (world: World, subject: string): unknown => world.state(kinds[parseStream(subject).kind]!, subject);

async function everyStepIsAccepted(world: World, subject: string): Promise<void> {
  for (const { id, steps } of await obligationsOn(world, subject)) {
    for (const step of steps) {
      const { after, refusal } = await attempt(world.at(laterOf(world.now, step.at)), stepMove(subject, step));
      expect(refusal, `${step.command} of ${id} on ${subject}`).toBeUndefined();
      const left = (await obligationsOn(after, subject)).find((obligation) => obligation.id === id);
      expect(left?.steps.some((remaining) => remaining.command === step.command && remaining.data.step === step.data.step) ?? false).toBe(false);
    }
  }
}
