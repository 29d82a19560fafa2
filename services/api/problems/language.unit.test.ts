import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['en-GB, fr;q=0.9', 'en'],
    ['en;q=0.3, fr;q=0.8', 'fr'],
    ['de, fr;q=0.5', 'fr'],
    ['de', 'en'],
    ['fr;q=0', 'en'],
    ['french', 'en'],
    ['FR', 'fr'],
  ])('asked for as %s is %s', (accepted, language) => expect(languageOf(accepted)).toBe(language));
});
