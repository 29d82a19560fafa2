import type { Seal } from '@jalon/command-handling';
import { keyEncryptionWith, migratePrivacy, privacyIn } from '@jalon/privacy';
import type { FreshLog } from '@jalon/testing';

/** Seals personal data in the database of a test. */
export async function sealingIn({ ownerUrl, pool }: FreshLog): Promise<Seal> {
  await migratePrivacy(ownerUrl);
  return privacyIn(pool, keyEncryptionWith(['a key of the tests, which seals nothing real'])).seal;
}
