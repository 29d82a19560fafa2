export { fileStore } from './files/file-store.ts';
export * from './port.ts';
