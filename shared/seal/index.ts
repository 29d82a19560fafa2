export { newSealKey, nodeCrypto, signersOf } from './node-crypto.ts';
export { type Finding, type FindingCode, type Replay, type Replaying, replay, type Stored } from './replay/replay.ts';
export { storedLog } from './replay/stored-log.ts';
export { migrateSeal } from './store/migrate.ts';
export { copiesIn, type OutsideCopies } from './store/outside-copies.ts';
export { proveDecision } from './store/prove.ts';
export { type PublishedCheckpoint, type PublishedKey, type SealedLog, type SealStore, sealStore, type TimeStamp } from './store/store.ts';
export * from './verify.ts';
