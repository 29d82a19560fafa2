import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Environment, parseConfiguration, variables } from './configuration.ts';

const least = {
  JALON_DATABASE_URL: 'postgres://jalon_service:x@127.0.0.1:5432/jalon',
  JALON_OIDC_ISSUER: 'http://127.0.0.1:4000',
  JALON_COMMAND_KEY: 'sixteen characters',
};
const reading = (more: Environment) => () => parseConfiguration({ ...least, ...more });

describe('the configuration', () => {
  it('needs three variables; the rest has a default or is off', () => {
    expect(parseConfiguration(least)).toEqual({
      databaseUrl: least.JALON_DATABASE_URL,
      http: { host: '127.0.0.1', port: 3000, publicUrl: 'http://127.0.0.1:3000', requestsPerMinute: 6_000 },
      oidc: { issuer: 'http://127.0.0.1:4000', audience: 'jalon' },
      sessions: { idleMinutes: 60, longestMinutes: 600 },
      log: { level: 'info', pretty: false },
      mailFolder: '.jalon/mail',
      mailFrom: 'Jalon <jalon@localhost>',
      objects: { folder: '.jalon/objects' },
      seal: { folder: '.jalon/checkpoints', witnesses: [] },
      privacy: { erasures: '.jalon/erasures.jsonl' },
      commandKey: 'sixteen characters',
      webhookAllowPrivate: false,
    });
  });

  it('names its Temporal and its brokers when they are given', () => {
    const { temporal, kafka } = reading({
      JALON_TEMPORAL_ADDRESS: 'temporal:7233',
      JALON_KAFKA_BROKERS: 'a:9092, b:9092',
      JALON_TASK_QUEUE: 'blue',
    })();
    expect(temporal).toEqual({ address: 'temporal:7233', namespace: 'default', taskQueue: 'blue' });
    expect(kafka).toEqual({ brokers: ['a:9092', 'b:9092'] });
  });

  it('takes witnesses with their keys, and none without', () => {
    const { seal } = reading({ JALON_WITNESSES: 'https://w1.example w1.example+1+a, https://w2.example w2.example+2+b' })();
    expect(seal.witnesses).toEqual([
      { url: 'https://w1.example', key: 'w1.example+1+a' },
      { url: 'https://w2.example', key: 'w2.example+2+b' },
    ]);
    expect(reading({ JALON_WITNESSES: 'https://w1.example' })).toThrow('JALON_WITNESSES');
  });

  it('takes the key of personal data with the one that it replaces, and none that is short', () => {
    const [old, fresh] = ['o'.repeat(32), 'n'.repeat(64)];
    expect(reading({ JALON_PRIVACY_KEY: `${fresh}, ${old}` })().privacy.keys).toEqual([fresh, old]);
    expect(reading({ JALON_PRIVACY_KEY: 'short' })).toThrow('JALON_PRIVACY_KEY');
  });

  it('takes an empty variable for an absent one', () => {
    const { temporal, kafka, http } = reading({ JALON_TEMPORAL_ADDRESS: '', JALON_KAFKA_BROKERS: '', JALON_HTTP_PORT: '' })();
    expect({ temporal, kafka, port: http.port }).toEqual({ temporal: undefined, kafka: undefined, port: 3000 });
  });

  it.each([
    [{ JALON_COMMAND_KEY: undefined }, /^JALON_COMMAND_KEY is not set/],
    [{ JALON_COMMAND_KEY: 'short' }, /^JALON_COMMAND_KEY has to be a secret of at least 16 characters; .* makes one\.$/],
    [{ JALON_HTTP_PORT: 'http' }, /^JALON_HTTP_PORT has to be a port number\.$/],
    [{ JALON_HTTP_PORT: '70000' }, /^JALON_HTTP_PORT has to be a port number\.$/],
    [{ JALON_KAFKA_BROKERS: 'broker' }, /^JALON_KAFKA_BROKERS has to be host:port/],
    [{ JALON_DATABASE_URL: 'mysql://x/y' }, /^JALON_DATABASE_URL has to be an address such as postgres:/],
    [{ JALON_WEBHOOK_ALLOW_PRIVATE: 'yes please' }, /^JALON_WEBHOOK_ALLOW_PRIVATE has to be true or false\.$/],
    [{ JALON_LOG_LEVEL: 'loud' }, /^JALON_LOG_LEVEL/],
  ])('says in one sentence what is wrong with %j', (more, message) => {
    expect(reading(more)).toThrow(message);
  });

  it('never repeats a secret in its sentence', () => {
    expect(reading({ JALON_DATABASE_URL: 'mysql://jalon:hunter2@db/jalon' })).toThrow(/^((?!hunter2).)*$/);
  });

  it('describes every variable', () => {
    expect(Object.values(variables.shape).filter((shape) => !shape.description)).toEqual([]);
  });
});

describe('a secret given as a file', () => {
  it('is read from it, without the line end', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jalon-'));
    try {
      writeFileSync(join(folder, 'key'), 'a key from a mounted file\n');
      const given = { ...least, JALON_COMMAND_KEY: undefined, JALON_COMMAND_KEY_FILE: join(folder, 'key') };
      expect(parseConfiguration(given).commandKey).toBe('a key from a mounted file');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is refused when it cannot be read, and when the value is given too', () => {
    expect(reading({ JALON_COMMAND_KEY: undefined, JALON_COMMAND_KEY_FILE: '/nowhere' })).toThrow(/JALON_COMMAND_KEY_FILE names \/nowhere/);
    expect(reading({ JALON_COMMAND_KEY_FILE: '/nowhere' })).toThrow(/both set/);
  });
});
