import type { InputOf } from '../../api/decide.ts';
import type { Answer } from '../../api/read.ts';

/** The file of an application as the API has it. */
export type ApplicationFile = Answer<'/v1/projects/{id}/application'>;
export type Piece = ApplicationFile['pieces'][number];
export type Member = ApplicationFile['consortium'][number];
export type PieceKind = Piece['kind'];

/** What can be revised of it. */
export type Revision = NonNullable<InputOf<'project/revise-application'>>;
export type Field = keyof Revision;

/** A line of the financing plan as it is typed. */
export interface Line {
  readonly label?: string | undefined;
  readonly amount?: number | undefined;
}

/** The content as it stands with what is typed: any part can be half written. */
export type Typed = Readonly<Record<string, unknown>>;

export const linesOf = (content: Typed, side: 'needs' | 'resources'): readonly Line[] => {
  const budget = content.budget as Readonly<Record<string, readonly Line[]>> | undefined;
  return budget?.[side] ?? [];
};

export const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, { amount = 0 }) => sum + amount, 0);

/** Both sides of the financing plan, in cents. */
export function planOf(content: Typed): { readonly needs: number; readonly resources: number; readonly requested: number; readonly gap: number } {
  const needs = sumOf(linesOf(content, 'needs'));
  const resources = sumOf(linesOf(content, 'resources'));
  const requested = typeof content.requested === 'number' ? content.requested : 0;
  return { needs, resources, requested, gap: needs - resources - requested };
}

/** Short names from words, for ids that stand in addresses and files. */
export function slugOf(words: string): string {
  const plain = words
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
    .replaceAll(/-+$/g, '');
  return plain === '' || plain === 'constructor' ? 'x' : plain;
}

/** A new id from words, that nobody has given before. */
export const newIdFrom = (words: string): string => `${slugOf(words)}-${crypto.randomUUID().slice(0, 4)}`;
