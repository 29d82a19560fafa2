export { type Sealed, sealNow } from './seal-now.ts';
export { startTimeStamping, type TimeStamping } from './time-stamping.ts';
