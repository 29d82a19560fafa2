import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signersOf } from '@jalon/seal';
import { expect, it } from 'vitest';
import { privacyKeyIn, sealKeyIn } from './seal-key.ts';

it('the key of the seal is made once, for this user alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-seal-key-'));
  const file = sealKeyIn(join(folder, '.jalon', 'seal-key.pem'));
  const made = readFileSync(file, 'utf8');
  expect(signersOf(made)('jalon.example/region').length).toBe(1);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(sealKeyIn(file), 'utf8')).toBe(made);
  rmSync(folder, { recursive: true });
});

it('so is the key that wraps those of personal data', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-privacy-key-'));
  const file = privacyKeyIn(join(folder, '.jalon', 'privacy-key'));
  const made = readFileSync(file, 'utf8');
  expect(made).toMatch(/^[0-9a-f]{64}$/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(privacyKeyIn(file), 'utf8')).toBe(made);
  rmSync(folder, { recursive: true });
});
