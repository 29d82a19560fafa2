export { type Sealed, sealNow } from './seal-now.ts';
