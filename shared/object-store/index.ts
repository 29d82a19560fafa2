export { fileStore } from './files/file-store.ts';
export * from './port.ts';
export { openS3Store, type S3Store } from './s3/s3-store.ts';
