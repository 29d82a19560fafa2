export { type CommandHandler, createHandler, type Dependencies } from './handler.ts';
export * from './port.ts';
export { type Folded, fold, kindOf } from './states.ts';
