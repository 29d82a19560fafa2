import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleWorkflows, ForbiddenImport, prebuiltBundle } from './index.ts';

/** In the checkout, so that packages are found from there, and in the folder that no tool looks into. */
const scratch = join(import.meta.dirname, '../../.jalon');
let folder: string;
beforeEach(() => {
  mkdirSync(scratch, { recursive: true });
  folder = mkdtempSync(join(scratch, 'planted-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes files beside each other, and bundles the first of them as if it were the workflows. */
function bundled(files: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return bundleWorkflows(join(folder, Object.keys(files)[0]!));
}

describe('the bundle of the workflows', () => {
  it('holds the definitions and neither zod nor a rule of the domain', async () => {
    const code = await bundleWorkflows();
    expect(code).toContain('projectJourney');
    expect(code).not.toMatch(/ZodType|temporal-polyfill|decide-gate\.ts/);
  });

  it.each([
    ['the rules of the domain', "import { commands } from '@jalon/domain';", '@jalon/domain'],
    ['a library', "import { z } from 'zod';", 'zod'],
    ['what Node brings', "import { readFileSync } from 'node:fs';", 'node:fs'],
    ['a file of another folder', "import { act } from '../activities/act.ts';", '../activities/act.ts'],
  ])('refuses %s, names the import and says what to do instead', async (_, line, named) => {
    const refused = bundled({ 'index.ts': `${line}\nexport async function planted() { return [commands, z, readFileSync, act]; }` });
    await expect(refused).rejects.toThrow(ForbiddenImport);
    await expect(refused).rejects.toThrow(`index.ts imports "${named}", which may not enter the workflows`);
    await expect(refused).rejects.toThrow('Do it in an activity');
  });

  it('refuses what comes in through a file beside the definitions', async () => {
    const refused = bundled({
      'index.ts': "export { planted } from './innocent.ts';",
      'innocent.ts': "import { z } from 'zod';\nexport async function planted() { return z; }",
    });
    await expect(refused).rejects.toThrow('innocent.ts imports "zod"');
  });

  it('lets types of anything through: they are gone before it is bundled', async () => {
    const code = await bundled({
      'index.ts': "import type { DecisionLog } from '@jalon/decision-log';\nexport async function typed(log: DecisionLog) { return log; }",
    });
    expect(code).toContain('typed');
  });
});

describe('the bundle kept between starts', () => {
  it('is made once, whole, under a name of its content, in place of the one before', async () => {
    const kept = mkdtempSync(join(tmpdir(), 'jalon-bundle-'));
    try {
      writeFileSync(join(kept, 'of-earlier-code.js'), '');
      const path = await prebuiltBundle(kept);
      expect(readFileSync(path, 'utf8')).toContain('projectJourney');
      writeFileSync(path, 'as it was left');
      expect(await prebuiltBundle(kept)).toBe(path);
      expect(readFileSync(path, 'utf8')).toBe('as it was left');
      expect(readdirSync(kept)).toEqual([basename(path)]);
    } finally {
      rmSync(kept, { recursive: true });
    }
  });
});
