/** What workflow definitions may know of the domain: types and plain data, so that neither zod nor any rule enters their bundle. */
export type { CallStage } from './call/stage.ts';
export { type Obligation, type ObligationKind, type Obliged, type ProcessView, type Step, stepToTake } from './kernel/obligation.ts';
export { type Keeper, keepers } from './process/keepers.ts';
export type { FollowedKind } from './process/process-view.ts';
export type { ProjectStage } from './project/stage.ts';
export type { SittingStage } from './sitting/stage.ts';
