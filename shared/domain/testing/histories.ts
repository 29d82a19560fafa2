import fc from 'fast-check';
import { call } from '../call/call.ts';
import { CallDrafted } from '../call/terms.ts';
import { commands, kinds } from '../catalogue.ts';
import { type Obligation, type Step, stepToTake } from '../kernel/obligation.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { parseStream } from '../kernel/stream-kind.ts';
import { by, theProcess, type World } from '../kernel/testing/given-when-then.ts';
import { addToDay, dayOf, laterOf, startOfDay } from '../kernel/time.ts';
import { isFollowedKind, processView } from '../process/process-view.ts';
import { Policy } from '../programme/policy.ts';
import { FunderAdded, PolicyAdopted, type Programme, programme } from '../programme/programme.ts';
import type { Move } from './move.ts';
import { CALL, type Moves, movesIn } from './moves.ts';
import { terms } from './samples.ts';
import { programmeStory } from './stories.ts';

/** A random history, as plain data: `live` plays it. */
export interface Plan {
  readonly applicants: number;
  /** What each of three funders puts into the call, in cents. */
  readonly envelope: readonly number[];
  /** Whether the programme adopts a policy of its own: other payments, one review, quicker reminders. */
  readonly ownPolicy: boolean;
  readonly turns: readonly Turn[];
}

interface Turn {
  /** Days that pass first; the process acts on what falls due in them unless it is down. */
  readonly days: number;
  readonly processDown: boolean;
  /** Which of the things that people would try is tried, and in which circumstances. */
  readonly pick: number;
  readonly chance: number;
  /** Instead, a command of the catalogue as its example has it, on a thing picked at random. */
  readonly wild: boolean;
}

/** One command that was tried, the world it was tried in, and what came of it; `after` is the same world where it was refused. */
export interface Tried {
  readonly move: Move;
  readonly before: World;
  readonly after: World;
  readonly refusal?: Refusal;
}

export interface Life {
  readonly world: World;
  readonly tried: readonly Tried[];
}

const turn: fc.Arbitrary<Turn> = fc.record({
  days: fc.oneof(
    { weight: 8, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.nat({ max: 12 }) },
    { weight: 1, arbitrary: fc.nat({ max: 200 }) },
  ),
  processDown: fc.nat({ max: 5 }).map((die) => die === 0),
  pick: fc.nat({ max: 1_000_000 }),
  chance: fc.nat({ max: 1_000_000 }),
  wild: fc.nat({ max: 15 }).map((die) => die === 0),
});

/** Random histories of a call and its applications, from the draft of the call to the end of projects. */
export const histories = (): fc.Arbitrary<Plan> =>
  fc.record({
    applicants: fc.integer({ min: 1, max: 4 }),
    envelope: fc.array(fc.integer({ min: 1, max: 20_000_001 }), { minLength: 3, maxLength: 3 }),
    ownPolicy: fc.boolean(),
    turns: fc.array(turn, { minLength: 20, maxLength: 360, size: 'max' }),
  });

const ownPolicy = Policy.parse({
  reviewers: { perApplication: 1, divergence: 10 },
  reminders: [10, 10, 2],
  escalations: [0, 3, 40],
  phaseShares: { concept: 3_333, pilot: 6_667, institutionalisation: 0 },
  tranches: { advance: 3_333, instalment: 0, balance: 6_667 },
  payments: { procedure: 'full' },
  approvals: { secondFrom: 100_000 },
  gates: {
    pilot: { consolidated: 3, reached: 4, evidence: ['srl-review', 'milestones'] },
    institutionalisation: { consolidated: 6, reached: 7, evidence: ['srl-review', 'value-review', 'reports'] },
    overlap: 4_000,
  },
});

function begin({ envelope, ownPolicy: adopts }: Plan): World {
  const funders = ['region', 'esf', 'foundation'];
  const foundation = FunderAdded({ funder: 'foundation', name: { fr: 'Fondation', en: 'Foundation' }, kind: 'foundation', notify: {} });
  const policy = PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-01-04', policy: ownPolicy });
  const drafted = CallDrafted({ ...terms, envelope: funders.map((funder, index) => ({ funder, amount: envelope[index]! })) });
  return programmeStory
    .and(foundation, ...(adopts ? [policy] : []))
    .of(CALL)
    .and(drafted);
}

/** What was worked out already: states never change, so neither does what is due under the same programme. */
const workedOut = new WeakMap<object, { readonly under: Programme; readonly obligations: readonly Obligation[] }>();

/** What is due on a thing of the world. */
export async function obligationsOn(world: World, subject: string): Promise<readonly Obligation[]> {
  const { kind, id } = parseStream(subject);
  if (!isFollowedKind(kind)) return [];
  const state = world.state(kinds[kind]!, subject) as object;
  const under = world.state(programme, 'programme-breakthrough');
  const known = workedOut.get(state);
  if (known?.under === under) return known.obligations;
  const { obligations } = await processView(kind, id, world.load);
  workedOut.set(state, { under, obligations });
  return obligations;
}

/** The calls, projects and sittings of a world. */
export const thingsOf = (world: World): readonly string[] => [
  ...new Set(world.past.map(({ stream }) => stream).filter((stream) => isFollowedKind(parseStream(stream).kind))),
];

/** The move that the process makes for a step. */
export function stepMove(subject: string, { command, data }: Step): Move {
  const { kind } = parseStream(subject);
  const found = commands.find((candidate) => candidate.kind === kind && candidate.name === command);
  if (!found) throw new Error(`The process wants to "${command}" on ${subject}: there is no such command.`);
  return { subject, command: found, actor: theProcess, data };
}

/** Tries a move; where the thing may not be asked at all (it does not exist, or already does) it counts for nothing. */
export async function attempt(world: World, move: Move): Promise<Tried> {
  const there = world.of(move.subject);
  if (there.version() > 0 === move.command.creates || !(move.command.kind in kinds)) return { move, before: there, after: there };
  const asked = there.when(move.command, move.actor, move.data);
  const outcome = await asked.outcome();
  return isRefusal(outcome) ? { move, before: there, after: there, refusal: outcome } : { move, before: there, after: await asked.after() };
}

/** Enough for any stretch of time that a turn can let pass: more means that the process goes round in circles. */
const MOST_STEPS = 500;

/** Lets time pass until an instant; the process takes each step as it falls due. */
async function passTime(from: World, until: string): Promise<readonly Tried[]> {
  const taken: Tried[] = [];
  let world = from;
  for (let count = 0; count < MOST_STEPS; count += 1) {
    const next = await nextStep(world, until);
    if (!next) return taken;
    const tried = await attempt(world.at(laterOf(world.now, next.step.at)), stepMove(next.subject, next.step));
    if (tried.refusal) throw new Error(`The process was refused: ${next.step.command} on ${next.subject}, ${tried.refusal.refused}.`);
    taken.push(tried);
    world = tried.after;
  }
  throw new Error(`The process took ${MOST_STEPS} steps before ${until} and did not come to rest.`);
}

/** The step that falls due first, up to an instant; of an obligation with several overdue, the newest. */
async function nextStep(world: World, until: string): Promise<{ readonly subject: string; readonly step: Step } | undefined> {
  const due: { subject: string; step: Step }[] = [];
  for (const subject of thingsOf(world)) {
    for (const obligation of await obligationsOn(world, subject)) {
      const step = stepToTake(obligation, world.now) ?? obligation.next;
      if (step && Date.parse(step.at) <= Date.parse(until)) due.push({ subject, step });
    }
  }
  return due.sort((a, b) => Date.parse(a.step.at) - Date.parse(b.step.at))[0];
}

function wildMove(world: World, { pick, chance }: Turn): Move {
  const command = commands[pick % commands.length]!;
  const things = [...thingsOf(world), 'programme-breakthrough', 'project-new', 'call-new', 'sitting-new'].filter((stream) =>
    stream.startsWith(`${command.kind}-`),
  );
  const subject = things[chance % Math.max(things.length, 1)] ?? `${command.kind}-new`;
  return { subject, command, actor: by(['ana', 'administrator', 'holder-applicant-1'][chance % 3]!), data: command.example };
}

/** The most days that pass in one turn: few while a call takes applications, so that some are handed in. */
function patienceOf(world: World): number {
  const { stage } = world.state(call, CALL);
  return stage === 'draft' ? 0 : stage === 'published' || stage === 'open' ? 12 : 200;
}

/** Two times in three what carries things on, where there is such a thing: so that histories get far. */
function pickFrom({ course, beside }: Moves, pick: number): Move | undefined {
  const from = pick % 3 > 0 && course.length > 0 ? course : beside;
  return from[Math.floor(pick / 3) % Math.max(from.length, 1)];
}

/** Plays a plan: what is tried follows from where things stand, so that histories get far; what is refused changes nothing. */
export async function live(plan: Plan): Promise<Life> {
  let world = begin(plan);
  const tried: Tried[] = [];
  for (const turn of plan.turns) {
    const days = Math.min(turn.days, patienceOf(world));
    const until = laterOf(world.now, startOfDay(addToDay(dayOf(world.now, 'Europe/Paris'), `P${days}D`), 'Europe/Paris'));
    if (!turn.processDown) tried.push(...(await passTime(world, until)));
    world = (tried.at(-1)?.after ?? world).at(until);
    const move = turn.wild ? wildMove(world, turn) : pickFrom(movesIn(world, plan.applicants, turn.chance), turn.pick);
    if (!move) continue;
    tried.push(await attempt(world, move));
    world = tried.at(-1)!.after;
  }
  return { world, tried };
}
