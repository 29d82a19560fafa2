export { newSealKey, nodeCrypto, signersOf } from './node-crypto.ts';
export { migrateSeal } from './store/migrate.ts';
export { proveDecision } from './store/prove.ts';
export { type PublishedCheckpoint, type PublishedKey, type SealedLog, type SealStore, sealStore, type TimeStamp } from './store/store.ts';
export * from './verify.ts';
