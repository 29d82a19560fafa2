import { z } from 'zod';
import type { Language } from './language.ts';
import type { FieldError } from './problem.ts';

const inLanguage = { en: z.locales.en().localeError, fr: z.locales.fr().localeError };

/** What is wrong with each field of an input, in a language; nothing where the shape takes it. */
export function fieldErrorsOf(shape: z.ZodType, input: unknown, language: Language): readonly FieldError[] {
  const { error } = shape.safeParse(input, { error: inLanguage[language] });
  return error?.issues.flatMap(told) ?? [];
}

/** An unknown member is named itself, not only the object that it stands in. */
function told(issue: z.core.$ZodIssue): readonly FieldError[] {
  const { path, message } = issue;
  if (issue.code !== 'unrecognized_keys') return [{ field: path.join('.'), message }];
  return issue.keys.map((key) => ({ field: [...path, key].join('.'), message }));
}
