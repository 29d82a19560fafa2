export { type AppendWanted, anAppend } from './an-append.ts';
export { type FreshLog, type FreshLogOptions, freshLog } from './fresh-log.ts';
export { faultsInLog } from './ledger.ts';
export { type LossyConnection, lossyConnection } from './lossy-connection.ts';
export { type OtherProcess, otherProcess } from './other-process.ts';
export { until } from './until.ts';
