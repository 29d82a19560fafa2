export { endWorkflows, linesOfLog, linesOfWorkflows, type Owed, owedOnStreams } from './compared.ts';
export { closedGate } from './gate.ts';
export { manyProjects } from './many-projects.ts';
export { quiet } from './quiet.ts';
export { type Happening, Region } from './region.ts';
export { working } from './working.ts';
