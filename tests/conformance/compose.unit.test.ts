import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { variables } from '@jalon/runtime';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');

const Service = z.looseObject({
  image: z.string(),
  build: z.object({ target: z.string() }).loose().optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  ports: z.array(z.string()).default([]),
  user: z.string().optional(),
  privileged: z.boolean().optional(),
  cap_add: z.array(z.string()).optional(),
  network_mode: z.string().optional(),
  profiles: z.array(z.string()).default([]),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.looseObject({ condition: z.string() })).default({}),
});
const compose = z.looseObject({ services: z.record(z.string(), Service) }).parse(parse(text('docker-compose.yml'), { merge: true }));
const services = Object.entries(compose.services);
const ours = services.filter(([, { build }]) => build);
const dockerfile = text('infra/docker/Dockerfile');

/** The folders of services/ that are processes. */
const processes = readdirSync(join(root, 'services')).filter((name) => name !== 'cli' && existsSync(join(root, 'services', name, 'main.ts')));
/** What a name stands for in `${NAME}`, `${NAME:-default}` and `${NAME:?message}`. */
const interpolated = (source: string) => [...source.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!);

describe('docker compose', () => {
  it.each(processes)('runs %s as it is, and its packages are in the image', (name) => {
    expect(compose.services[name]?.command).toEqual(['node', `services/${name}/main.ts`]);
    expect(dockerfile).toContain(`--workspace=services/${name}`);
  });

  it('sets no variable that Jalon does not read', () => {
    const known = new Set(Object.keys(variables.shape));
    const named = [...services.flatMap(([, { environment }]) => Object.keys(environment)), ...interpolated(text('docker-compose.yml'))];
    const read = named.filter((name) => name.startsWith('JALON_')).map((name) => name.replace(/_FILE$/, ''));
    expect(read.filter((name) => !known.has(name))).toEqual([]);
  });

  it('explains in the example every variable that it takes, and no other', () => {
    const explained = [...text('infra/docker/.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name!);
    expect(explained.sort()).toEqual([...new Set(interpolated(text('docker-compose.yml')))].sort());
  });

  it('holds no secret, and starts with none left out', () => {
    const secret = services.flatMap(([name, { environment }]) =>
      Object.entries(environment)
        .filter(([variable]) => /PASSWORD|PWD|DATABASE_.*URL|COMMAND_KEY/.test(variable))
        .map(([variable, value]) => ({ name, variable, value: String(value) })),
    );
    expect(secret.length).toBeGreaterThan(0);
    expect(secret.filter(({ value }) => !/\$\{[A-Z_]+:\?/.test(value))).toEqual([]);
  });

  it('is reached from this machine only', () => {
    const published = services.flatMap(([, { ports }]) => ports);
    expect(published.length).toBeGreaterThan(0);
    expect(published.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    expect(services.filter(([, { network_mode }]) => network_mode === 'host')).toEqual([]);
  });

  it('gives no container more than it needs', () => {
    expect(services.filter(([, { privileged, cap_add }]) => privileged || cap_add)).toEqual([]);
    expect(ours.filter(([, { read_only, cap_drop }]) => !read_only || !cap_drop?.includes('ALL'))).toEqual([]);
  });

  it('runs ours as a user that is not root', () => {
    expect(ours.filter(([, { user }]) => user !== undefined)).toEqual([]);
    const stages = dockerfile.split(/^FROM /m);
    for (const target of new Set(ours.map(([, { build }]) => build?.target))) {
      const stage = stages.find((lines) => lines.split('\n')[0]?.endsWith(` AS ${target}`));
      expect(stage?.match(/^USER .*$/gm)?.at(-1)).toBe('USER node');
    }
  });

  it('lets nobody in without a password unless the demonstration is asked for', () => {
    const passwordless = services.filter(([, { command }]) => command?.includes('infra/local/identity-provider.ts'));
    expect(passwordless.map(([, { profiles }]) => profiles)).toEqual([['demonstration']]);
  });

  it('tells the password of the owner to migrations alone, and starts services after them', () => {
    const told = services.filter(([, { environment }]) => 'JALON_DATABASE_OWNER_URL' in environment).map(([name]) => name);
    expect(told).toEqual(['migrate']);
    expect(processes.filter((name) => compose.services[name]?.depends_on.migrate?.condition !== 'service_completed_successfully')).toEqual([]);
  });
});
