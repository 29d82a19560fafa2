import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cached, inCache } from './cache.ts';
import { runScript, scratchFolder } from './testing/scratch.ts';

const program = { name: 'program-1.0', whole: (folder: string) => existsSync(join(folder, 'program')) };
const make = async (folder: string) => writeFileSync(join(folder, 'program'), 'whole');
const report = () => {};

describe('what is fetched once', () => {
  let cache: string;
  beforeEach(() => {
    cache = scratchFolder();
    vi.stubEnv('XDG_CACHE_HOME', cache);
  });
  afterEach(() => vi.unstubAllEnvs());

  it('is found again without being made again', async () => {
    const folder = await cached({ ...program, make, report });
    const again = await cached({ ...program, report, make: () => Promise.reject(new Error('made twice')) });
    expect(again).toBe(folder);
  });

  it('is not taken from a half-built cache', async () => {
    mkdirSync(join(cache, 'jalon', 'program-1.0'), { recursive: true });
    mkdirSync(join(cache, 'jalon', 'program-1.0.part-1'));
    expect(await inCache(program)).toBeUndefined();
    const folder = await cached({ ...program, make, report });
    expect(readFileSync(join(folder, 'program'), 'utf8')).toBe('whole');
    expect(readdirSync(join(cache, 'jalon'))).toEqual(['program-1.0']);
  });

  it('is made by the next start when making it failed', async () => {
    const failing = cached({
      ...program,
      report,
      make: async (folder) => {
        writeFileSync(join(folder, 'program'), 'half');
        throw new Error('the network went');
      },
    });
    await expect(failing).rejects.toThrow('the network went');
    expect(await inCache(program)).toBeUndefined();
    expect(existsSync(await cached({ ...program, make, report }))).toBe(true);
  });

  it('is made once by two checkouts that need it at the same time', async () => {
    const maker = `
      import { cached } from './cache.ts';
      import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
      await cached({ name: 'shared', whole: (folder) => existsSync(folder + '/done'), report: () => {}, make: async (folder) => {
        appendFileSync(${JSON.stringify(join(cache, 'made'))}, 'x');
        await new Promise((resolve) => setTimeout(resolve, 700));
        writeFileSync(folder + '/done', '');
      } });
      console.log('has it');`;
    const outcomes = await Promise.all([runScript(maker).ended, runScript(maker).ended]);
    expect(outcomes).toEqual(['has it\n', 'has it\n']);
    expect(readFileSync(join(cache, 'made'), 'utf8')).toBe('x');
  });
});
