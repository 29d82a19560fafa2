import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { type Configuration, ConfigurationError, type Environment, parseConfiguration } from '@jalon/runtime';
import { Failure } from './failure.ts';

/** Variables that say which system is meant: where one is set, the running system of the checkout is left out of it. */
const addresses = ['JALON_DATABASE_URL', 'JALON_DATABASE_URL_FILE'] as const;

/**
 * The environment that a command works with. Where it names a database it alone counts, so that the parts of two systems are never mixed;
 * otherwise the system that `npm start` runs in this checkout is meant, with single variables of the environment on top.
 */
export function environmentOf(env: Environment, file: string): Environment {
  if (addresses.some((name) => env[name]) || !existsSync(file)) return env;
  return { ...parseEnv(readFileSync(file, 'utf8')), ...Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('JALON_'))) };
}

/**
 * The configuration of the system that a command works with.
 * @throws {Failure} `no-running-jalon` where neither the environment nor the checkout names one; `bad-configuration` where a value cannot be used
 */
export function settingsOf(env: Environment, file: string): Configuration {
  const found = environmentOf(env, file);
  if (!addresses.some((name) => found[name])) {
    throw new Failure(
      'no-running-jalon',
      'No running Jalon was found: start one with `npm start` in this checkout, or set JALON_DATABASE_URL to the one that you mean.',
    );
  }
  try {
    return parseConfiguration(found);
  } catch (error) {
    if (error instanceof ConfigurationError) throw new Failure('bad-configuration', error.message);
    throw error;
  }
}

/**
 * The OpenID provider of that system.
 * @throws {Failure} `no-running-jalon`
 */
export function issuerOf(env: Environment, file: string): string {
  const { JALON_OIDC_ISSUER: issuer } = environmentOf(env, file);
  if (issuer) return issuer;
  throw new Failure(
    'no-running-jalon',
    'No running Jalon was found: start one with `npm start` in this checkout, or set JALON_OIDC_ISSUER to its identity provider.',
  );
}
