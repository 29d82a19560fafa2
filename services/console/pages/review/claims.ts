import type { Answer } from '../../api/read.ts';
import type { Claim } from './criterion-field.tsx';

export type Content = Answer<'/v1/projects/{id}'>['content'];

/** What an application says of each criterion: the mark claimed with its justification where it has one, else its own reading. */
export function claimsIn({ selfAssessment = [], isr, frascati }: Content): Readonly<Record<string, Claim>> {
  const read = selfAssessment.map(({ criterion, text }): [string, Claim] => [criterion, { text }]);
  const claimed = Object.entries({ ...isr, ...frascati }).map(([criterion, { claimed: mark, justification }]): [string, Claim] => [
    criterion,
    { text: justification, claimed: mark },
  ]);
  return Object.fromEntries([...read, ...claimed]);
}
