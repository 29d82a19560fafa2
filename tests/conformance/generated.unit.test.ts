import { describe, expect, it } from 'vitest';
import { outdatedPages } from '../../docs/generate.ts';

describe('the guide', () => {
  it('says what the code does: every generated page is up to date (npm run generate)', () => {
    expect(outdatedPages()).toEqual([]);
  });
});
