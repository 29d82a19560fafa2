import { z } from 'zod';
import { Attachment } from '../kernel/attachment.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { Day } from '../kernel/time.ts';

const simple = <const Kind extends string>(kind: Kind) => z.strictObject({ kind: z.literal(kind) });

/** What an organisation declares on its honour. */
export const Statement = z.discriminatedUnion('kind', [
  /** Contrat d’engagement républicain of associations and foundations (loi 2000-321, article 10-1). */
  simple('republican-commitment'),
  /** It is no undertaking in difficulty (Regulation (EU) 651/2014, article 2(18)). */
  simple('not-in-difficulty'),
  /** No other aid pays for the same expenditure. */
  simple('no-double-funding'),
  /** Whether it recovers value added tax: what it recovers is no eligible cost. */
  z.strictObject({ kind: z.literal('vat-status'), recovers: z.enum(['none', 'part', 'all']) }),
  /** Its beneficial owners are in the public register; nobody is named here. */
  simple('beneficial-owners'),
]);
export type Statement = Readonly<z.output<typeof Statement>>;

export const Declaration = z.strictObject({ statement: Statement, on: Day, evidence: Attachment.optional() });

export const DeclarationMade = decision('declaration-made', 1, Declaration);

interface Made {
  readonly statement: Statement;
  readonly on: string;
}

/** The last declaration of each kind. */
export type Declarations = { readonly [Kind in Statement['kind']]?: Made };

export const declarations = facet({} as Declarations, [DeclarationMade], {
  'declaration-made': (all, { statement, on }) => ({ ...all, [statement.kind]: { statement, on } }),
});
