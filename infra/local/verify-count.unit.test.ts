import { describe, expect, it } from 'vitest';
import { countOf } from './verify-count.ts';

const report = (more: object) =>
  JSON.stringify({ numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], ...more });

describe('the count at the end of npm run verify', () => {
  it('is what Vitest counted', () => {
    expect(countOf(0, report({ numPendingTests: 2 }))).toEqual({ passed: 3, failed: 0, skipped: 2 });
  });

  it('takes a file that could not be loaded for one that failed', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
    ];
    expect(countOf(1, report({ numFailedTests: 1, testResults }))).toMatchObject({ passed: 3, failed: 2 });
  });

  it('never counts a run that went wrong as one without failures', () => {
    expect(countOf(1, report({}))).toMatchObject({ failed: 1 });
    expect(countOf(1, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
