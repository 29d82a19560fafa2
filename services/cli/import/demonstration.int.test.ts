import { type Folded, fold, kindOf } from '@jalon/command-handling';
import type { LoggedDecision } from '@jalon/decision-log';
import { isFollowedKind, parseStream, processView, programme, project, projectObligations } from '@jalon/domain';
import { type FreshLog, freshLog } from '@jalon/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { doorOf } from '../system.ts';
import { demonstration, isCaseStudy, isTraining } from '../testing/demonstration.ts';
import { sealingIn } from '../testing/sealing.ts';
import { type Imported, importFolder } from './run.ts';

const folder = demonstration();
const TENANT = folder.tenant;
let fresh: FreshLog;
let first: Imported;
let decisions: readonly LoggedDecision[];

const importNow = async () =>
  importFolder(folder, { ...doorOf(fresh.log, 'a key for the demonstration', await sealingIn(fresh)), log: fresh.log, clock: fresh.clock });
const ofStream = (stream: string) => decisions.filter((decision) => decision.stream === stream);
const typesOf = (stream: string) => ofStream(stream).map(({ type }) => type);
const projects = () => [...new Set(decisions.map(({ stream }) => stream))].filter((stream) => stream.startsWith('project-'));

/** A thing as the log has it after the import. */
function stateOf<State>(kind: { readonly initial: State }, stream: string): State {
  const { state }: Folded = fold(kindOf(stream), { state: kind.initial, version: 0, lastAt: '' }, ofStream(stream));
  return state as State;
}
const stageOf = (stream: string) => stateOf(project, stream).stage;

beforeAll(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  first = await importNow();
  decisions = await fresh.log.readLog(TENANT, { after: 0, limit: 10_000 });
});
afterAll(() => fresh.drop());

describe('the demonstration, imported', () => {
  it('is recorded without a refusal', () =>
    expect(first).toMatchObject({ tenant: TENANT, repeated: 0, recorded: folder.files.flatMap(({ history }) => history).length }));

  it('adds nothing when it is imported again, by another process and on a later day', async () => {
    const log = await fresh.openAgain();
    const later = new Date(Date.now() + 3 * 86_400_000);
    const again = await importFolder(folder, { ...doorOf(log, 'a key for the demonstration', await sealingIn(fresh)), log, clock: () => later });
    expect(again).toEqual({ tenant: TENANT, recorded: 0, repeated: first.recorded, day: first.day });
    expect(await fresh.log.tenants()).toMatchObject([{ tenant: TENANT, head: decisions.length }]);
  });

  it('has projects at every stage of the way', () => {
    const stages = new Set(projects().map(stageOf));
    for (const stage of [
      'case-study',
      'draft',
      'submitted',
      'ineligible',
      'in-review',
      'reserve',
      'not-selected',
      'selected',
      'agreement',
      'concept',
      'pilot',
      'institutionalisation',
      'ended',
    ]) {
      expect(stages).toContain(stage);
    }
  });

  it('keeps each decision under the name of the person who took it', () => {
    const conclusion = decisions.find(({ type }) => type === 'selection-concluded');
    expect(conclusion?.actor).toEqual({ kind: 'import', id: 'committee-chair' });
    for (const { occurredAt, recordedAt } of decisions) expect(occurredAt < recordedAt).toBe(true);
  });

  it('holds a reserve list, rejections for each kind of shortfall, a conflict of interest, a third review and a funder that declined', () => {
    const concluded = ofStream('call-exemple-2').find(({ type }) => type === 'selection-concluded');
    const { ranking } = concluded!.data as { ranking: readonly { outcome: string; shortfalls: readonly { code: string }[] }[] };
    const outcomes = ranking.map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'reserve').length).toBeGreaterThanOrEqual(2);
    expect(new Set(ranking.flatMap(({ shortfalls }) => shortfalls.map(({ code }) => code)))).toEqual(new Set(['total', 'block', 'floor']));
    expect(typesOf('project-mille-ebauches')).toContain('conflict-declared');
    expect(typesOf('project-champ-libre').filter((type) => type === 'review-submitted')).toHaveLength(3);
    expect(typesOf('project-plaine-postiche').at(-1)).toBe('funding-declined');
    expect(typesOf('call-exemple-2').at(-1)).toBe('award-returned');
  });

  it('has two funders that each decide for themselves', () => {
    const granted = ofStream('project-val-fictif').filter(({ type }) => type === 'funding-granted');
    expect(granted.map(({ actor }) => actor.id)).toEqual(['funder-region', 'funder-fse']);
  });

  it('shows a way back from pilot to concept, a project at SRL 8, and one that ended at SRL 6 with its results shared', () => {
    const entered = ofStream('project-bourg-exemple').filter(({ type }) => type === 'phase-entered');
    expect(entered.map(({ data }) => data)).toMatchObject([{ phase: 'concept' }, { phase: 'pilot' }, { phase: 'concept', by: 'return' }]);
    expect(stateOf(project, 'project-val-fictif').srl.concluded).toMatchObject({ reached: 8 });
    expect(ofStream('project-trois-collines').at(-1)?.data).toMatchObject({ outcome: 'results-shared', srl: { reached: 6 } });
  });

  it('leaves work that is late, due soon and due later', () => {
    const rules = stateOf(programme, 'programme-demonstration');
    const due = projects().flatMap((stream) => projectObligations(stateOf(project, stream), rules).map((obligation) => Date.parse(obligation.due)));
    const inDays = (from: number, to: number) => due.filter((at) => at >= Date.now() + from * 86_400_000 && at < Date.now() + to * 86_400_000);
    expect(inDays(-30, 0).length).toBeGreaterThan(0);
    expect(inDays(0, 14).length).toBeGreaterThan(2);
    expect(inDays(60, 400).length).toBeGreaterThan(2);
  });

  it('gives the persona of a project holder projects in several stages', () => {
    const held = projects().filter((stream) => stateOf(project, stream).application.holder === 'holder');
    expect(new Set(held.map(stageOf))).toEqual(new Set(['pilot', 'concept', 'agreement', 'draft']));
  });
});

describe('the training programme, imported', () => {
  /** What the process will do in it by itself in the next minutes, whatever people do: minutes from the import on. */
  async function stepsToCome(minutes: number): Promise<readonly { readonly minute: number; readonly command: string }[]> {
    const load = doorOf(fresh.log, 'a key for the demonstration').loader(TENANT);
    const streams = [...new Set(folder.files.filter(({ file }) => isTraining(file)).map(({ stream }) => stream))];
    const views = streams.map(parseStream).flatMap(({ kind, id }) => (isFollowedKind(kind) ? [processView(kind, id, load)] : []));
    const steps = (await Promise.all(views)).flatMap(({ obligations }) => obligations.flatMap((obligation) => obligation.steps));
    const began = Date.parse(decisions.at(-1)!.recordedAt);
    const counted = steps.map(({ at, command }) => ({ minute: (Date.parse(at) - began) / 60_000, command }));
    return counted.filter(({ minute }) => minute > 0 && minute <= minutes);
  }

  it('has something happen by itself in every five minutes of its first half hour', async () => {
    const steps = await stepsToCome(30);
    for (const from of [0, 5, 10, 15, 20, 25]) expect(steps.filter(({ minute }) => minute > from && minute <= from + 5)).not.toEqual([]);
  });

  it('reminds, escalates, opens an SRL review and closes a call within a quarter of an hour', async () => {
    const commands = new Set((await stepsToCome(15)).map(({ command }) => command));
    for (const command of ['remind', 'escalate', 'open-srl-review', 'close-call']) expect(commands).toContain(command);
  });
});

describe('a real case study, imported', () => {
  it('is one decision, with nothing due and no place on the award path', () => {
    const streams = folder.files.filter(({ file }) => isCaseStudy(file)).map(({ stream }) => stream);
    expect(streams).toHaveLength(11);
    const rules = stateOf(programme, 'programme-demonstration');
    for (const stream of streams) {
      expect(typesOf(stream)).toEqual(['case-study-recorded']);
      expect(stageOf(stream)).toBe('case-study');
      expect(projectObligations(stateOf(project, stream), rules)).toEqual([]);
    }
  });
});
