import type { Cents } from '../../kernel/money.ts';
import { Content } from '../application/content.ts';

/** The financing plan of an application: its needs, and its resources beside the grant. */
export const Budget = Content.shape.budget;

/** The sum of one side of a financing plan, in cents. */
export const sumOf = (lines: readonly { readonly amount: Cents }[]): Cents => lines.reduce((total, { amount }) => total + amount, 0);
