import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = (language: string) => readFileSync(join(root, `docs/guide/${language}/security.md`), 'utf8');
const testsIn = (text: string) => [...text.matchAll(/`([\w./-]+\.test\.ts)`/g)].map(([, path]) => path!);
const chapters = (text: string) => [...text.matchAll(/^\| (V\d+) /gm)].map(([, chapter]) => chapter);

describe('the page on security', () => {
  it('names tests that are there, chapter by chapter', () => {
    const named = testsIn(page('en'));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(chapters(page('en'))).toEqual(Array.from({ length: 17 }, (_, index) => `V${index + 1}`));
  });

  it('says the same in both languages', () => {
    expect(testsIn(page('fr'))).toEqual(testsIn(page('en')));
    expect(chapters(page('fr'))).toEqual(chapters(page('en')));
  });
});
