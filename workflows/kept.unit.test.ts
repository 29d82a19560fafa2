import { isBefore, isFollowedKind, parseStream, processView } from '@jalon/domain';
import { keepers, type Obligation } from '@jalon/domain/pure';
import { appealStories, attempt, histories, live, obligationsOn, stepMove, stories, thingsOf, type World } from '@jalon/domain/testing';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Enrolled, roster } from './roster.ts';

const projects: Readonly<Record<string, World>> = {
  'has applied': stories.submitted,
  'is in review': stories.underReview,
  'was not eligible': appealStories.ineligible,
  'was told so': appealStories.toldIneligible,
  'has appealed': appealStories.appealed,
  'was not selected': appealStories.notSelected,
  'waits in reserve': appealStories.inReserve,
  'was refused by a funder': appealStories.refused,
  'is selected': stories.selected,
  'is awarded': stories.awarded,
  'has signed': stories.signed,
  'is in its concept phase': stories.inConcept,
  'is ready for the pilot': stories.readyForPilot,
  'is in its pilot': stories.inPilot,
  'is in its last phase': stories.inInstitutionalisation,
};
const calls: Readonly<Record<string, World>> = {
  'is published': stories.publishedCall,
  'is open': stories.openCall,
  'is closed': stories.underReview,
};

/** The obligations of a thing that no workflow keeps in its stage. */
async function notKept(
  kind: 'project' | 'call',
  id: string,
  world: World,
): Promise<{ readonly owed: number; readonly forgotten: readonly string[] }> {
  const { stage, obligations } = await processView(kind, id, world.load);
  return { owed: obligations.length, forgotten: forgottenIn(stage, obligations) };
}

/** Of what is owed in a stage, what its keeper does not keep there. */
function forgottenIn(stage: string, obligations: readonly Obligation[]): string[] {
  const forgotten = obligations.filter((owed) => {
    const keeper = roster.find((one) => one.keeper === keepers[owed.kind]);
    return !keeper?.kept[stage]?.includes(owed.kind);
  });
  return forgotten.map((owed) => `${owed.kind} in ${stage}`);
}

describe('whatever is owed is kept', () => {
  it.each(Object.entries(projects))('on a project that %s', async (_, world) => {
    const { owed, forgotten } = await notKept('project', 'repair', world);
    expect(forgotten).toEqual([]);
    expect(owed).toBeGreaterThan(0);
  });

  it.each(Object.entries(calls))('on a call that %s', async (_, world) => {
    const { owed, forgotten } = await notKept('call', 'spring', world);
    expect(forgotten).toEqual([]);
    expect(owed).toBeGreaterThan(0);
  });
});

/** A thing at one moment of a random history. */
interface Reached {
  readonly world: World;
  readonly subject: string;
  readonly stage: string;
  readonly obligations: readonly Obligation[];
}

const SEED = 20_280_229;
const HISTORIES = 30;

describe('in random histories', () => {
  /** What each thing went through, decision by decision. */
  const paths: Reached[][] = [];

  beforeAll(async () => {
    for (const plan of fc.sample(histories(), { seed: SEED, numRuns: HISTORIES })) {
      const { tried, world } = await live(plan);
      const worlds = [...tried.map(({ before }) => before), world];
      for (const subject of thingsOf(world)) paths.push(await pathOf(subject, worlds));
    }
  }, 60_000);

  const everywhere = () => paths.flat();

  it('whatever is owed is kept in its stage', () => {
    const forgotten = everywhere().flatMap(({ stage, obligations }) => forgottenIn(stage, obligations));
    expect([...new Set(forgotten)]).toEqual([]);
  });

  it('what is owed differs from stage to stage, so that there is something to forget', () => {
    const owed = new Set(everywhere().flatMap(({ stage, obligations }) => obligations.map(({ kind }) => `${kind} in ${stage}`)));
    expect(owed.size).toBeGreaterThan(60);
  });

  it('a workflow hears of the stage in which it has nothing left to keep', () => {
    const unheard = paths.flatMap((path) => path.flatMap((now, index) => unheardOf(path[index - 1], now)));
    expect([...new Set(unheard)]).toEqual([]);
  });

  it('a project that has ended owes nothing, and one that was refused can still be appealed for', () => {
    const owedIn = (...stages: readonly string[]) =>
      everywhere().flatMap(({ stage, obligations }) => (stages.includes(stage) ? obligations.map(({ kind }) => kind) : []));
    expect(owedIn('ended', 'cancelled')).toEqual([]);
    expect(new Set(owedIn('ineligible', 'not-selected', 'refused'))).toContain('appeal-window');
  });

  it('no lapse is refused at its date, nor a second after it, and none is left over', async () => {
    const refused: string[] = [];
    let lapses = 0;
    for (const { world, subject, obligations } of everywhere()) {
      for (const { id, steps } of obligations) {
        const lapse = steps.findLast(({ command }) => command !== 'remind' && command !== 'escalate');
        if (!lapse) continue;
        lapses += 1;
        const late = new Date(Date.parse(lapse.at) + 1_000).toISOString();
        for (const at of [lapse.at, late].map((at) => (isBefore(at, world.now) ? world.now : at))) {
          const { after, refusal } = await attempt(world.at(at), stepMove(subject, lapse));
          const left = (await obligationsOn(after, subject)).some((one) => one.id === id);
          if (refusal || left) refused.push(`${lapse.command} of ${id} at ${at}: ${refusal?.refused ?? 'still owed'}`);
        }
      }
    }
    expect(refused).toEqual([]);
    expect(lapses).toBeGreaterThan(500);
  }, 60_000);
});

async function pathOf(subject: string, worlds: readonly World[]): Promise<Reached[]> {
  const path: Reached[] = [];
  let version = -1;
  for (const world of worlds.map((one) => one.of(subject))) {
    if (world.version() === version) continue;
    version = world.version();
    const { kind, id } = parseStream(subject);
    if (isFollowedKind(kind)) path.push({ world, subject, ...(await processView(kind, id, world.load)) });
  }
  return path;
}

/** The workflows that ran in the stage before and that nobody tells of this one, in which they keep nothing. */
function unheardOf(before: Reached | undefined, { subject, stage }: Reached): string[] {
  const concerned = ({ kind }: Enrolled) => subject.startsWith(`${kind}-`);
  const unheard = roster.filter(({ kept, endsIn }) => before && kept[before.stage] && !kept[stage] && !endsIn.includes(stage));
  return unheard.filter(concerned).map(({ name }) => `${name} in ${stage}`);
}
