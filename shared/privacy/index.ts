export { type Forgetting, forget, forgetAgain } from './forgetting.ts';
export { keyEncryptionWith } from './key-encryption.ts';
export { migratePrivacy } from './migrate.ts';
export * from './port.ts';
export { privacyIn, privacyWith } from './privacy.ts';
export { type Erasure, type ErasureRegister, registerIn } from './register.ts';
