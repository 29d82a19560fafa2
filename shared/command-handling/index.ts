export { type CommandHandler, createHandler, type Dependencies } from './handler.ts';
export * from './port.ts';
export { PersonalDataNotKept, type Seal } from './sealing.ts';
export { type Folded, fold, kindOf } from './states.ts';
