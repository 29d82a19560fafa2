import { readFileSync } from 'node:fs';
import { type Configuration, ConfigurationError } from '@jalon/runtime';
import { z } from 'zod';
import { ProviderSettings } from './providers.ts';

const File = z.strictObject({ providers: z.array(ProviderSettings).min(1) });

/**
 * The providers at which people sign in: those of the file, or the one whose tokens are accepted, where Jalon is a client of it. None: no sign-in with a browser.
 * @throws {ConfigurationError} with what is wrong in the file
 */
export function readProviders({ oidc: { issuer, client, providersFile } }: Pick<Configuration, 'oidc'>): readonly ProviderSettings[] {
  if (providersFile !== undefined) return fromFile(providersFile);
  if (client === undefined) return [];
  const title = { fr: 'Votre compte', en: 'Your account' };
  return [
    ProviderSettings.parse({ id: 'default', title, issuer, clientId: client.id, clientSecret: client.secret, signOutThere: client.signOutThere }),
  ];
}

function fromFile(path: string): readonly ProviderSettings[] {
  const fail = (because: string): never => {
    throw new ConfigurationError(`JALON_OIDC_PROVIDERS_FILE (${path}) cannot be used: ${because}.`);
  };
  let written: unknown;
  try {
    written = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
  const read = File.safeParse(written);
  if (!read.success) return fail(read.error.issues.map(({ path: where, message }) => `${where.join('.')} ${message}`).join('; '));
  const ids = read.data.providers.map(({ id }) => id);
  if (new Set(ids).size < ids.length) return fail('two providers have the same id');
  return read.data.providers;
}
