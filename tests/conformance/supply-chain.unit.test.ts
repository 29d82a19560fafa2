import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

const flag = z.boolean().optional();
const text = z.string().optional();
const Entry = z.object({ name: text, version: text, integrity: text, hasInstallScript: flag, link: flag, optional: flag, inBundle: flag });
const lock = z.object({ packages: z.record(z.string(), Entry) }).parse(read('package-lock.json'));
const { allowScripts } = z.object({ allowScripts: z.record(z.string(), z.boolean()) }).parse(read('package.json'));
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('packages from elsewhere', () => {
  it('run no script on install that was not allowed or refused by name', () => {
    const wanting = Object.entries(lock.packages).filter(([path, { hasInstallScript }]) => hasInstallScript && path.includes('node_modules/'));
    expect(wanting.length).toBeGreaterThan(0);
    expect(wanting.map(([path]) => nameOf(path)).filter((name) => !Object.hasOwn(allowScripts, name))).toEqual([]);
    expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^strict-allow-scripts=true$/m);
  });

  it('are held to hashes that nobody can make another content for', () => {
    const hashes = Object.values(lock.packages).flatMap(({ integrity }) => (integrity === undefined ? [] : [integrity]));
    expect(hashes.length).toBeGreaterThan(500);
    expect(hashes.filter((hash) => !/^sha512-[\w+/]{86}==$/.test(hash))).toEqual([]);
  });

  it('are named at exact versions, so that only the lockfile’s change brings another', () => {
    const Manifest = z.object({ dependencies: z.record(z.string(), z.string()).default({}) });
    const manifests = globSync('{package.json,{shared,services}/*/package.json,{workflows,infra,tests}/package.json}', { cwd: root });
    const loose = manifests.flatMap((path) =>
      Object.entries(Manifest.parse(read(path)).dependencies)
        .filter(([name, version]) => !name.startsWith('@jalon/') && !/^(npm:.+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        .map(([name, version]) => `${path}: ${name}@${version}`),
    );
    expect(manifests.length).toBeGreaterThan(15);
    expect(loose).toEqual([]);
  });
});

describe('npm run sbom', () => {
  it('lists in CycloneDX every package that is installed here, each with its version, its address and its hash', () => {
    const { stdout } = spawnSync('npm', ['run', '--silent', 'sbom'], { cwd: root, encoding: 'utf8', maxBuffer: 100_000_000 });
    const Component = z.looseObject({ version: z.string(), purl: z.string(), hashes: z.array(z.unknown()).optional() });
    const bill = z.object({ bomFormat: z.literal('CycloneDX'), components: z.array(Component) }).parse(JSON.parse(stdout));
    const listed = new Set(bill.components.map(({ purl }) => decodeURIComponent(purl)));
    const installed = Object.entries(lock.packages).filter(
      ([path, { link, optional, inBundle }]) => path.includes('node_modules/') && !link && !optional && !inBundle && existsSync(join(root, path)),
    );
    const missing = installed.map(([path, { name, version }]) => `pkg:npm/${name ?? nameOf(path)}@${version}`).filter((purl) => !listed.has(purl));
    expect(missing).toEqual([]);
    expect(listed.size).toBeGreaterThan(500);
    // The Node binary itself is brought by the script of the package `node`, at the version of that package: no lockfile entry holds its hash.
    const ours = /^pkg:npm\/(%40jalon\/|node-[a-z]+-[a-z0-9]+@)/;
    const unhashed = bill.components.filter(({ purl, hashes }) => !ours.test(purl) && !hashes?.length);
    expect(unhashed.map(({ purl }) => purl)).toEqual([]);
  }, 60_000);
});
