export { lookAgain, recorded, type Standing, searchAttributes, standing, type Thing } from '../contract.ts';
export { type Enrolled, roster, workflowIdOf } from '../roster.ts';
export { type Connected, connect, type TemporalPlace } from './connect.ts';
export { inFlight } from './in-flight.ts';
export { type Rehydration, rehydrate } from './rehydrate.ts';
export { registerSearchAttributes, SearchAttributeTaken, searchAttributeNumbers } from './search-attributes.ts';
export { isFollowed, type News, type Teller, tell } from './tell.ts';
