import { describe, expect, it } from 'vitest';
import type { Actions } from './actions.ts';
import { run } from './command-line.ts';
import { Failure } from './failure.ts';

/** Runs a command line whose actions write down what they are asked, and hears what it says. */
async function typed(args: string, over: Partial<Actions> = {}) {
  const said: string[] = [];
  const complained: string[] = [];
  const asked: unknown[] = [];
  const note = async (...what: readonly unknown[]) => {
    asked.push(what);
    return { lines: ['done'], data: { done: true } };
  };
  const actions: Actions = {
    start: async () => 0,
    import: (folder) => note(folder),
    catalogue: note,
    history: note,
    show: note,
    diff: note,
    rehydrate: note,
    republish: note,
    rebuild: () => note(),
    export: (options) => note(options),
    verify: note,
    prove: note,
    fsck: (options) => note(options),
    redecide: async (options) => ({ ...(await note(options)), exitCode: 0 }),
    whatIf: note,
    firmness: (call, options) => note(call, options),
    auditFile: (project, options) => note(project, options),
    accesses: note,
    erase: note,
    rewrap: () => note(),
    webhookSecret: note,
    token: note,
    ...over,
  };
  const terminal = { out: (text: string) => said.push(text), err: (text: string) => complained.push(text), progress: () => undefined };
  const code = await run(args.split(' ').filter(Boolean), actions, terminal);
  return { code, asked, said: said.join('\n'), complained: complained.join('\n') };
}

describe('the command line', () => {
  it('shows a newcomer what there is, with examples', async () => {
    const { code, said } = await typed('--help');
    expect(code).toBe(0);
    for (const word of [
      'start',
      'import',
      'catalogue',
      'history',
      'show',
      'diff',
      'rehydrate',
      'republish',
      'rebuild',
      'webhook-secret',
      'token',
      '$ jalon import infra/demonstration',
      'Exit codes',
    ]) {
      expect(said).toContain(word);
    }
  });

  it('explains itself where nothing or something unknown is asked', async () => {
    expect((await typed('')).code).toBe(2);
    const { code, complained } = await typed('histroy project-x');
    expect(code).toBe(2);
    expect(complained).toContain("unknown command 'histroy'");
    expect((await typed('import')).complained).toContain("missing required argument 'folder'");
  });

  it('takes instants, and days as their end in UTC', async () => {
    const { asked } = await typed('history project-x --as-of 2027-03-01T09:30:00Z --known-at 2027-05-31');
    expect(asked).toEqual([['project-x', { effectAt: '2027-03-01T09:30:00.000Z', knownAt: '2027-05-31T23:59:59.999Z' }]]);
  });

  it('refuses what is no instant', async () => {
    const { code, complained, asked } = await typed('history project-x --as-of yesterday');
    expect([code, asked]).toEqual([2, []]);
    expect(complained).toContain('2027-03-01T09:30:00Z');
  });

  it('shows a thing as it stood, and what changed between two instants', async () => {
    const { asked } = await typed('show call-x --as-of 2027-03-01');
    expect(asked).toEqual([['call-x', { effectAt: '2027-03-01T23:59:59.999Z' }]]);
    const changed = await typed('diff call-x --from 2027-03-01 --to 2027-03-02T08:00:00Z --by was-known --tenant region');
    expect(changed.asked).toEqual([
      ['call-x', { from: '2027-03-01T23:59:59.999Z', to: '2027-03-02T08:00:00.000Z', by: 'was-known', tenant: 'region' }],
    ]);
    expect((await typed('diff call-x')).complained).toContain('--from');
    expect((await typed('diff call-x --from 2027-03-01 --by heart')).code).toBe(2);
    expect((await typed('show call-x --as-of 0000-01-01T00:00:00Z')).code).toBe(2);
  });

  it('answers for people, or as data', async () => {
    expect((await typed('rebuild')).said).toBe('done');
    expect(JSON.parse((await typed('rebuild --json')).said)).toEqual({ done: true });
  });

  it('tells a refusal in one sentence, with code 1', async () => {
    const refused = async () => {
      throw new Failure('refused', 'a.yaml, entry 2 was not recorded.', { file: 'a.yaml' });
    };
    const plain = await typed('import folder', { import: refused });
    expect([plain.code, plain.complained, plain.said]).toEqual([1, 'jalon: a.yaml, entry 2 was not recorded.', '']);
    const asData = await typed('import folder --json', { import: refused });
    expect(JSON.parse(asData.complained)).toEqual({ error: { code: 'refused', message: 'a.yaml, entry 2 was not recorded.', file: 'a.yaml' } });
  });

  it('tells wrong configuration from failure', async () => {
    const failing = (code: 'no-running-jalon' | 'out-of-reach') => ({ republish: async () => Promise.reject(new Failure(code, 'no')) });
    expect((await typed('republish', failing('no-running-jalon'))).code).toBe(2);
    expect((await typed('republish', failing('out-of-reach'))).code).toBe(1);
  });

  it('takes what to try of a selection, and ends as deciding again came out', async () => {
    const { asked } = await typed(
      'audit what-if spring --weight cooperation=20 --weight novelty=4 --floor cooperation=none --tie-break a,b --envelope esf=5',
    );
    expect(asked).toEqual([
      ['spring', { weight: { cooperation: 20, novelty: 4 }, floor: { cooperation: null }, tieBreak: ['a', 'b'], envelope: { esf: 5 } }],
    ]);
    expect((await typed('audit what-if spring --weight cooperation')).complained).toContain('<name>=<value>');
    expect((await typed('audit what-if spring --weight cooperation=much')).code).toBe(2);
    expect((await typed('audit redecide', { redecide: async () => ({ lines: [], data: {}, exitCode: 3 }) })).code).toBe(3);
  });

  it('ends as the launcher ended', async () => expect((await typed('start', { start: async () => 3 })).code).toBe(3));
});
