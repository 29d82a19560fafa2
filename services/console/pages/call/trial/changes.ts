import type { paths } from '../../../api/generated/schema.d.ts';
import type { Answer } from '../../../api/read.ts';

export type Firmness = Answer<'/v1/calls/{id}/firmness'>;
export type WhatIf = paths['/v1/calls/{id}/what-if']['post']['responses'][200]['content']['application/json'];
export type Changes = paths['/v1/calls/{id}/what-if']['post']['requestBody']['content']['application/json'];

/** What is typed into the trial; an empty field leaves its figure as it is. */
export interface Typed {
  readonly weights: Readonly<Record<string, number | undefined>>;
  readonly total?: number | undefined;
  readonly blockPercent?: number | undefined;
  readonly leaveOut: readonly string[];
  /** In cents, by funder. */
  readonly envelope: Readonly<Record<string, number | undefined>>;
}

export const nothingTyped: Typed = { weights: {}, leaveOut: [], envelope: {} };

/** The least total and the least share of each block, as the rule in force has them. */
export function thresholdsOf({ thresholds }: Pick<Firmness, 'thresholds'>): { readonly total: number; readonly blockPercent: number } {
  const of = (threshold: 'total' | 'block') => thresholds.find((one) => one.threshold === threshold)?.value ?? 0;
  return { total: of('total'), blockPercent: of('block') };
}

const said = (figures: Readonly<Record<string, number | undefined>>, known: (name: string) => number | undefined): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).flatMap(([name, figure]) => (figure === undefined || figure === known(name) ? [] : [[name, figure]])));

/** The changes that were typed: what differs from the rule in force, and nothing else. */
export function changesOf({ weights, total, blockPercent, leaveOut, envelope }: Typed, basis: Pick<Firmness, 'weights' | 'thresholds'>): Changes {
  const asked = said(weights, (name) => basis.weights.find(({ criterion }) => criterion === name)?.points);
  const thresholds = said({ total, blockPercent }, (name) => thresholdsOf(basis)[name as 'total']);
  const money = said(envelope, () => undefined);
  return {
    ...(Object.keys(asked).length > 0 && { weights: asked }),
    ...(Object.keys(thresholds).length > 0 && { thresholds }),
    ...(leaveOut.length > 0 && { leaveOut: [...leaveOut] }),
    ...(Object.keys(money).length > 0 && { envelope: money }),
  };
}

export const changesNothing = (changes: Changes): boolean => Object.keys(changes).length === 0;
