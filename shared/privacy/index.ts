export { keyEncryptionWith } from './key-encryption.ts';
export { migratePrivacy } from './migrate.ts';
export * from './port.ts';
export { privacyIn, privacyWith } from './privacy.ts';
