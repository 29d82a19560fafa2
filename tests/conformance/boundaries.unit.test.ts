import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Runs the import rules of the project with a folder as their root. */
function cruise(cwd: string, ...folders: string[]): { status: number | null; output: string } {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const config = join(root, '.dependency-cruiser.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, '--config', config, '--output-type', 'err-long', ...folders], {
    cwd,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

describe('imports point one way', () => {
  it('refuses a rule of the domain that reaches for the database, and says what to do instead', () => {
    const { status, output } = cruise(join(root, 'tests/planted'), 'shared', 'services');
    expect(status).not.toBe(0);
    expect(output).toContain('domain-is-pure');
    expect(output).toContain('Pass what you need in with the command');
  });

  it('refuses a library that imports a service', () => {
    const { output } = cruise(join(root, 'tests/planted'), 'shared', 'services');
    expect(output).toContain('nothing-reaches-services');
  });
});
