import { describe, expect, it } from 'vitest';
import { countOf, failedFiles, type Outcome, outcomeOf, triedAgain } from './verify-count.ts';

type File = readonly [name: string, ...tests: ('passed' | 'failed' | 'pending' | 'todo')[]];
const file = ([name, ...tests]: File) => ({
  name,
  status: tests.length === 0 || tests.includes('failed') ? 'failed' : 'passed',
  assertionResults: tests.map((status) => ({ status })),
});
const ran = (exitCode: number, ...files: File[]): Outcome => outcomeOf(exitCode, JSON.stringify({ testResults: files.map(file) }));

describe('the count at the end of npm run verify', () => {
  it('is what Vitest counted', () => {
    expect(countOf(ran(0, ['a', 'passed', 'pending'], ['b', 'passed', 'passed', 'todo']))).toEqual({ passed: 3, failed: 0, skipped: 2 });
  });

  it('takes a file that could not be loaded for one that failed', () => {
    expect(countOf(ran(1, ['a'], ['b', 'failed', 'passed']))).toEqual({ passed: 1, failed: 2, skipped: 0 });
  });

  it('never counts a run that went wrong as one without failures', () => {
    expect(countOf(ran(1, ['a', 'passed']))).toMatchObject({ passed: 1, failed: 1 });
    expect(countOf(outcomeOf(1, undefined))).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('files that failed and were run once more', () => {
  const first = ran(1, ['steady', 'passed'], ['shaky', 'passed', 'failed']);

  it('are those in which something failed', () => {
    expect(failedFiles(first)).toEqual(['shaky']);
  });

  it('count as they came out at last', () => {
    expect(countOf(triedAgain(first, ran(0, ['shaky', 'passed', 'passed'])))).toEqual({ passed: 3, failed: 0, skipped: 0 });
    expect(countOf(triedAgain(first, ran(1, ['shaky', 'failed', 'failed'])))).toEqual({ passed: 1, failed: 2, skipped: 0 });
  });

  it('stay failed where the second run came to nothing', () => {
    expect(countOf(triedAgain(first, outcomeOf(1, undefined)))).toEqual({ passed: 2, failed: 2, skipped: 0 });
  });
});
