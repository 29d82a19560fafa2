import { canonicalText, type LoggedDecision } from '@jalon/decision-log';
import type { Again } from '@jalon/evidence';
import { newId } from '@jalon/runtime';
import { type FreshLog, freshLog } from '@jalon/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { importFolder } from '../import/run.ts';
import { doorOf } from '../system.ts';
import { demonstration } from '../testing/demonstration.ts';
import { sealingIn } from '../testing/sealing.ts';
import type { Redecided } from './commands.ts';
import { firmnessOf } from './firmness.ts';
import { redecideProgramme } from './redecide.ts';
import { selectionOf } from './selection.ts';
import { whatIfOf } from './what-if.ts';

const KEY = 'a key for the demonstration';
const TENANT = 'demonstration';
let fresh: FreshLog;

beforeAll(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  await importFolder(demonstration(), { ...doorOf(fresh.log, KEY, await sealingIn(fresh)), log: fresh.log, clock: fresh.clock });
});
afterAll(() => fresh.drop());

const all: number[] = [];
const again = (programme?: string): Promise<Redecided> =>
  redecideProgramme({
    log: fresh.log,
    load: doorOf(fresh.log, KEY).loader(TENANT),
    tenant: TENANT,
    progress: (done) => all.push(done),
    ...(programme !== undefined && { programme }),
  });

/** Changes the stored text of a decision, as somebody with the rights of the database's owner could. */
async function rewriting(
  { position, envelope, dataText }: LoggedDecision,
  changed: { readonly envelope?: string; readonly data?: string },
  meanwhile: () => Promise<void>,
): Promise<void> {
  const owner = new pg.Client({ connectionString: fresh.ownerUrl });
  await owner.connect();
  const write = ({ envelope: told, data }: { readonly envelope: string; readonly data: string }) =>
    owner.query('UPDATE decision_log.decisions SET envelope = $3, data = $4 WHERE tenant = $1 AND position = $2', [TENANT, position, told, data]);
  await owner.query('ALTER TABLE decision_log.decisions DISABLE TRIGGER append_only');
  try {
    await write({ envelope, data: dataText, ...changed });
    await meanwhile();
  } finally {
    await write({ envelope, data: dataText });
    await owner.end();
  }
}

const decisions = (): Promise<readonly LoggedDecision[]> => fresh.log.readLog(TENANT, { after: 0, limit: 10_000 });
const find = async (wanted: (decision: LoggedDecision) => boolean): Promise<LoggedDecision> => (await decisions()).find(wanted)!;

describe('deciding the demonstration again', () => {
  it('agrees with every decision of it, and shows how far it has come', async () => {
    const { exitCode, lines, data } = await again('demonstration');
    expect(lines.slice(0, -1)).toEqual([]);
    expect({ exitCode, data }).toMatchObject({ exitCode: 0, data: { differs: 0, otherwise: [] } });
    expect(lines.at(-1)).toMatch(/^\d+ commands of demonstration \(\d+ decisions\) were decided again: (\d+) agree, 0 differ\.$/);
    expect(all.at(-1)).toBe((await decisions()).length);
  });

  it('of the whole tenant holds the training programme too', async () => {
    const { exitCode, data } = await again();
    expect({ exitCode, data }).toMatchObject({ exitCode: 0, data: { decisions: (await decisions()).length } });
  });
});

const planted = async () => (await again('demonstration')) as Redecided & { readonly data: { readonly otherwise: readonly Again[] } };
const reviewOf = (stream: string) => find((one) => one.stream === stream && one.type === 'review-submitted');
/** The first mark of a review, in its data or in what was asked too. */
const marked = (text: string, mark: string) => text.replace(/"mark":[\d.]+/, `"mark":${mark}`);

describe('what was planted in the log', () => {
  it('is found where a score was changed: in the review, and in the ranking that rests on it', async () => {
    const review = await reviewOf('project-val-fictif');
    await rewriting(review, { data: marked(review.dataText, '0.5') }, async () => {
      const { exitCode, data, lines } = await planted();
      expect(exitCode).toBe(1);
      const [first, ...rest] = data.otherwise;
      expect(first).toMatchObject({ position: review.position, command: { name: 'project/submit-review' }, outcome: 'differs' });
      expect(first?.differences).toEqual([{ path: 'decisions.0.data.marks.0.mark', recorded: 0.5, now: expect.any(Number) }]);
      expect(rest.map(({ command }) => command.name)).toContain('call/conclude-selection');
      expect(lines[0]).toContain(`${review.position}  project/submit-review on project-val-fictif`);
      expect(lines[0]).toContain('DIFFERS (rule 1)');
    });
    expect((await again()).exitCode).toBe(0);
  });

  it('is found in the ranking alone where what was asked was changed alike', async () => {
    const review = await reviewOf('project-val-fictif');
    const both = review.dataText.replaceAll(/"marks":\[\{([^}]*)"mark":[\d.]+/g, '"marks":[{$1"mark":0.5');
    await rewriting(review, { data: both }, async () => {
      const { data } = await planted();
      expect(data.otherwise[0]).toMatchObject({ command: { name: 'call/conclude-selection' }, outcome: 'differs' });
      expect(data.otherwise[0]?.differences.map(({ path }) => path)).toContainEqual(expect.stringMatching(/^decisions\.0\.data\.ranking\.\d+\./));
    });
  });

  it('is found where a ranking was written otherwise than its rule gives it', async () => {
    const concluded = await find(({ stream, type }) => stream === 'call-exemple-2' && type === 'selection-concluded');
    const swapped = concluded.dataText.replace('"rank":2', '"rank":1').replace('"rank":1', '"rank":2');
    await rewriting(concluded, { data: swapped }, async () => {
      const { exitCode, data } = await planted();
      expect(exitCode).toBe(1);
      const found = data.otherwise.find(({ position }) => position === concluded.position);
      expect(found).toMatchObject({ stream: 'call-exemple-2', outcome: 'differs' });
      expect(found?.differences.map(({ path }) => path)).toContainEqual(expect.stringMatching(/ranking\.\d+\.rank$/));
    });
  });

  it('is told apart where another version of the rule decided it, or other policies allowed it', async () => {
    const review = await reviewOf('project-val-fictif');
    const older = { envelope: review.envelope.replace('"ruleVersion":1', '"ruleVersion":0'), data: marked(review.dataText, '0.5') };
    await rewriting(review, older, async () => {
      const { data } = await planted();
      expect(data.otherwise[0]).toMatchObject({ outcome: 'other-rule', rule: { recorded: 0, now: 1 } });
    });
    const other = { envelope: review.envelope.replace(/"authorisation":\[[^\]]*\]/, '"authorisation":["who-was-there-before"]') };
    await rewriting(review, other, async () => {
      const { exitCode, data } = await planted();
      expect(exitCode).toBe(3);
      expect(data.otherwise).toMatchObject([
        { outcome: 'other-grounds', differences: [{ path: 'authorisation', recorded: ['who-was-there-before'] }] },
      ]);
    });
  });

  it('is found where somebody decided who was in conflict of interest then', async () => {
    const stream = 'project-mille-ebauches';
    const declared = await find((one) => one.stream === stream && one.type === 'conflict-declared');
    const { stream: _, data, input, ...earlier } = await reviewOf('project-val-fictif');
    const { [stream]: version } = await fresh.log.heads(TENANT, [stream]);
    const asked = { ...(input as object) };
    const reviewer = declared.actor.id;
    const appended = await fresh.log.append({
      tenant: TENANT,
      command: {
        id: `person:${reviewer}:planted`,
        name: 'project/submit-review',
        inputText: canonicalText(asked, 'the input'),
        inputHash: Buffer.alloc(32),
      },
      actor: { kind: 'person', id: reviewer },
      authorisation: ['reviewers-review'],
      ruleVersion: earlier.ruleVersion,
      occurredAt: new Date().toISOString(),
      expected: { [stream]: version! },
      consulted: {},
      decisions: [{ id: newId(), stream, type: 'review-submitted', shapeVersion: earlier.shapeVersion, data: { ...(data as object), reviewer } }],
    });
    expect(appended.status).toBe('appended');
    const { exitCode, data: found } = await planted();
    expect(exitCode).toBe(1);
    expect(found.otherwise).toMatchObject([
      { stream, actor: { id: reviewer }, outcome: 'differs', differences: [{ path: 'allowed', now: { forbidden: ['conflict-of-interest-bars'] } }] },
    ]);
  });
});

describe('a selection, questioned from the command line', () => {
  const selection = () => selectionOf(fresh.log, TENANT, 'exemple-2', new Date());

  it('shows what other weights would select, beside the real one', async () => {
    const { lines, data } = whatIfOf(await selection(), { weight: { cooperation: 60 }, envelope: { region: 60_000_000 } });
    expect(data).toMatchObject({ call: 'exemple-2', basis: { concluded: true }, agrees: true, changes: { weights: { cooperation: 60 } } });
    expect(lines[0]).toMatch(/^exemple-2, as it was concluded on \d{4}-/);
    expect(lines.at(-1)).toMatch(/move; (another selection follows|the same are selected)\.$/);
  });

  it('changes nothing where nothing is changed', async () =>
    expect(whatIfOf(await selection(), {}).data).toMatchObject({ agrees: true, moves: [], changesSelection: false }));

  it('says what cannot be tried', async () => {
    const basis = await selection();
    expect(() => whatIfOf(basis, { weight: { charm: 3 } })).toThrow(/weights\.charm: is no criterion of the rubric/);
    expect(() => whatIfOf(basis, { threshold: { charm: 3 } })).toThrow(/charm/);
    expect(() => whatIfOf(basis, { leaveOut: ['nobody'] })).toThrow(/"nobody" has no review/);
    await expect(selectionOf(fresh.log, TENANT, 'nowhere', new Date())).rejects.toMatchObject({ code: 'unknown-stream' });
    await expect(selectionOf(fresh.log, TENANT, 'exemple-4', new Date())).rejects.toMatchObject({ code: 'refused' });
    await expect(again('nowhere')).rejects.toMatchObject({ code: 'unknown-stream' });
  });

  it('says how firm it is, the same for the same seed', async () => {
    const basis = await selection();
    const asked = { draws: 50, spread: 10, seed: 'committee' };
    const [one, other] = [await firmnessOf(basis, asked, () => undefined), await firmnessOf(basis, asked, () => undefined)];
    expect(one).toEqual(other);
    expect(one.lines.at(-1)).toBe('Seed: committee.');
    await expect(firmnessOf(basis, { draws: 0, spread: 10 }, () => undefined)).rejects.toMatchObject({ code: 'wrong-usage' });
  });
});
