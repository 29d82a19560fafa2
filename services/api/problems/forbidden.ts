import type { Explain, Question, Told, Verdict } from '@jalon/authorisation';
import type { Language, Words } from './language.ts';
import { ProblemError } from './problem.ts';

/** Why somebody may not, in both languages, as the end of the sentence that a 403 tells. */
const inWords: Readonly<Record<Language, { readonly takes: string; readonly or: string; readonly nobody: string }>> = {
  en: { takes: 'This takes', or: 'or', nobody: 'No policy lets anybody do this.' },
  fr: { takes: 'Il faut être', or: 'ou', nobody: 'Aucune règle ne le permet à personne.' },
};

/** What a person reads of a no: the bans against it, or who may; what each says once. */
export function whyNot(language: Language, decided: readonly Told[], wouldTake: readonly Told[]): string {
  const { takes, or, nobody } = inWords[language];
  const said = (all: readonly Told[]) => [...new Set(all.map(({ says }) => says[language]))];
  if (decided.length > 0) return said(decided).join(' ');
  if (wouldTake.length === 0) return nobody;
  return `${takes} ${said(wouldTake).join(` ${or} `)}.`;
}

/** The problem of a no, with the policies that decided and why in words. */
export function forbidden(explain: Explain, asked: Pick<Question, 'tenant' | 'action'>, policies: Verdict['policies']): ProblemError {
  const { decided, wouldTake } = explain(asked, { allowed: false, policies });
  const because: Words = { en: whyNot('en', decided, wouldTake), fr: whyNot('fr', decided, wouldTake) };
  return new ProblemError('forbidden', {}, { policies, because });
}
