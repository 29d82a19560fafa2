/** What a page works out while somebody types, by the same rules as the decision that follows: pure functions of plain data, so that neither zod nor any command comes with them. */
export { blocksOf, type Marks, readable, scoreOf, shortfallsOf, tenthsOf } from './call/scoring.ts';
export type { Shortfall } from './call/selection.ts';
export { type Figured, figuresOf, type SrlFigures } from './project/srl/figures.ts';
