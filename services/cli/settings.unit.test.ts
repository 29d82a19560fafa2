import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from './failure.ts';
import { settingsOf } from './settings.ts';

const running = join(mkdtempSync(join(tmpdir(), 'jalon-settings-')), 'environment');
writeFileSync(
  running,
  [
    'JALON_DATABASE_URL=postgres://jalon_service:secret@127.0.0.1:5501/jalon',
    'JALON_OIDC_ISSUER=http://127.0.0.1:5502',
    'JALON_COMMAND_KEY=a-key-of-the-running-system',
    'JALON_KAFKA_BROKERS=127.0.0.1:5503',
  ].join('\n'),
);
const other = {
  JALON_DATABASE_URL: 'postgres://jalon_service:secret@db.example:5432/jalon',
  JALON_OIDC_ISSUER: 'https://id.example',
  JALON_COMMAND_KEY: 'a-key-of-the-other-system',
};
const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    return error instanceof Failure ? error.code : undefined;
  }
  return undefined;
};

describe('which system a command works with', () => {
  it('is the one that runs in the checkout', () => expect(settingsOf({}, running).databaseUrl).toContain('127.0.0.1:5501'));

  it('is the one that the environment names, and nothing of the other', () => {
    const settings = settingsOf(other, running);
    expect(settings.databaseUrl).toContain('db.example');
    expect(settings.kafka).toBeUndefined();
  });

  it('is told to the person where there is none', () => {
    expect(codeOf(() => settingsOf({}, `${running}-absent`))).toBe('no-running-jalon');
    expect(() => settingsOf({}, `${running}-absent`)).toThrow(/npm start/);
  });

  it('is refused with the name of a variable that cannot be used', () => {
    expect(codeOf(() => settingsOf({ ...other, JALON_OIDC_ISSUER: 'nowhere' }, running))).toBe('bad-configuration');
    expect(() => settingsOf({ ...other, JALON_OIDC_ISSUER: 'nowhere' }, running)).toThrow(/JALON_OIDC_ISSUER/);
  });
});
