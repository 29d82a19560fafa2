export { closedGate } from './gate.ts';
export { quiet } from './quiet.ts';
export { type Happening, Region } from './region.ts';
export { working } from './working.ts';
