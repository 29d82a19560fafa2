/** What one check of a live system found: sentences, none where all is well; `looked` says what was compared. */
export interface Checked {
  readonly part: 'log' | 'views' | 'kafka' | 'journeys';
  readonly tenant: string;
  readonly looked: string;
  readonly wrong: readonly string[];
}

/** Parts that are of all tenants at once. */
export const EVERY = 'every tenant';
