import { mistakesIn } from '../../forms/check.ts';
import { inputOf, type Shape } from '../../forms/shape.ts';
import { type ApplicationFile, planOf, type Typed } from './file.ts';
import { type SectionName, sectionOf } from './sections.ts';

/** Something that keeps an application from being handed in, and the place where it is put right. */
export interface Missing {
  readonly section: SectionName;
  /** The id of the element on the section's page. */
  readonly element?: string;
  /** The path in the content, where it is about a field. */
  readonly path?: readonly string[];
  readonly code: MissingCode;
  /** What the words of the code name: amounts in cents, kinds of pieces, names of members. */
  readonly amount?: number;
  readonly kinds?: readonly string[];
  readonly names?: readonly string[];
}
export type MissingCode = 'required' | 'wrong' | 'short' | 'over' | 'above-maximum' | 'pieces' | 'no-lead' | 'member-budgets' | 'member-sum';

/** Without these an application cannot be handed in; the rule of `submit-application` has the last word. */
const required = ['title', 'summary', 'finality', 'organisation', 'works', 'budget', 'requested', 'expectedStart', 'selfAssessment'];

export const elementOf = (path: readonly string[]): string => `field_${path.join('_')}`;

/** What is still missing, in the order of the sections. `shape` is that of a revision. */
export function missingFrom(file: ApplicationFile, content: Typed, shape: Shape): readonly Missing[] {
  return [...inContent(content, shape), ...inPlan(file, content), ...inForm(file, content), ...inConsortium(file, content), ...inPieces(file)];
}

function inContent(content: Typed, shape: Shape): Missing[] {
  const { answers: _, ...said } = inputOf(content, shape) as Typed;
  return mistakesIn(said, { ...shape, required }).map(({ path, code }) => ({
    section: sectionOf(path[0] ?? ''),
    element: elementOf(path),
    path,
    code: code === 'required' || code === 'list-short' ? 'required' : 'wrong',
  }));
}

function inPlan({ call }: ApplicationFile, content: Typed): Missing[] {
  const { needs, requested, gap } = planOf(content);
  const found: Missing[] = [];
  if (requested > call.maxGrant) found.push({ section: 'budget', element: 'field_requested', code: 'above-maximum', amount: call.maxGrant });
  if (needs > 0 && gap !== 0) found.push({ section: 'budget', element: 'plan', code: gap > 0 ? 'short' : 'over', amount: Math.abs(gap) });
  return found;
}

function inForm({ asked }: ApplicationFile, content: Typed): Missing[] {
  if (!asked.form) return [];
  return mistakesIn(inputOf(content.answers, asked.form as Shape), asked.form as Shape).map(({ path, code }) => ({
    section: 'form',
    element: elementOf(['answers', ...path]),
    path: ['answers', ...path],
    code: code === 'required' || code === 'list-short' ? 'required' : 'wrong',
  }));
}

function inConsortium({ consortium }: ApplicationFile, content: Typed): Missing[] {
  if (consortium.length === 0) return [];
  const at = { section: 'partners', element: 'members' } as const;
  const found: Missing[] = consortium.some(({ role }) => role === 'lead') ? [] : [{ ...at, code: 'no-lead' }];
  const without = consortium.filter(({ budget }) => budget === undefined);
  if (without.length === consortium.length) return found;
  if (without.length > 0) return [...found, { ...at, code: 'member-budgets', names: without.map(({ name, member }) => name ?? member) }];
  const off = planOf(content).needs - consortium.reduce((sum, { budget = 0 }) => sum + budget, 0);
  return off === 0 ? found : [...found, { ...at, code: 'member-sum', amount: Math.abs(off) }];
}

function inPieces({ asked, pieces }: ApplicationFile): Missing[] {
  const kinds = asked.requiredPieces.filter((kind) => !pieces.some((piece) => piece.kind === kind));
  return kinds.length === 0 ? [] : [{ section: 'pieces', element: `piece-${kinds[0]}`, code: 'pieces', kinds }];
}
