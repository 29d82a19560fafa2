import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { personalRefusals } from './kernel/personal-refusals.ts';
import { refusals } from './refusals.ts';

/**
 * A refusal that a test asserts by its code. `.refuses('…')` of given/when/then passes only where the rule answered with this very code, so that a
 * test which is written like this and passes has seen it; likewise an outcome that is compared with `refuse('…')`.
 */
const asserted = /\.refuses\(\s*'([a-z-]+)'|\brefuse\('([a-z-]+)'|\brefused: '([a-z-]+)'/g;

describe('refusals', () => {
  it('are each given in some test of the domain', () => {
    const tests = globSync('**/*.unit.test.ts', { cwd: import.meta.dirname }).map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8'));
    const given = new Set(tests.flatMap((text) => [...text.matchAll(asserted)].map((found) => found.slice(1).find((code) => code !== undefined))));
    // What the door itself refuses is seen where the door is tested.
    expect(Object.keys(refusals).filter((code) => !given.has(code) && !(code in personalRefusals))).toEqual([]);
  });

  it('say in both languages what it is about, in a whole sentence', () => {
    for (const { en, fr } of Object.values(refusals)) for (const words of [en, fr]) expect(words).toMatch(/^[\p{Lu}{«“].*[.!?)}]$/u);
  });
});
