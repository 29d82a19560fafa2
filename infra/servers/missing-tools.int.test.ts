import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startKafka } from './kafka.ts';
import { freePort } from './ports.ts';
import { obtainTemporal } from './temporal-cli.ts';
import { scratchFolder } from './testing/scratch.ts';

const report = () => {};

describe('on a machine that lacks something', () => {
  let folder: string;
  const program = (name: string, script: string) => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  };
  const kafka = async () =>
    startKafka({ dataFolder: join(folder, 'kafka'), port: await freePort(), logFile: join(folder, 'kafka.log'), containerName: 'none', report });
  beforeEach(() => {
    folder = scratchFolder();
    vi.stubEnv('PATH', folder);
    vi.stubEnv('JAVA_HOME', '');
    vi.stubEnv('DOCKER_HOST', `unix://${folder}/no-docker.sock`);
    vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
  });

  it('names Java and the ways around it when there is none', async () => {
    await expect(kafka()).rejects.toThrow('Kafka needs Java 17 or newer and there is none: install it, or start Docker, or set JALON_KAFKA_BROKERS.');
  });

  it('names the version when Java is too old', async () => {
    program('java', `echo 'openjdk version "11.0.2"' >&2`);
    await expect(kafka()).rejects.toThrow(/^Kafka needs Java 17 or newer and .*java is 11: install a newer one, or/);
  });

  it('names Maven when there is Java alone', async () => {
    program('java', `echo 'openjdk version "21.0.2"' >&2`);
    await expect(kafka()).rejects.toThrow(/^Kafka 4\.3\.0 is fetched by Maven and there is no mvn on PATH: install it, or/);
  });

  it('says what Maven said when it fails, and leaves no half of it', async () => {
    program('java', `echo 'openjdk version "21.0.2"' >&2`);
    program('mvn', `echo '[ERROR] Unknown host artifacts.example'; exit 1`);
    await expect(kafka()).rejects.toThrow(/could not be fetched by Maven \(\[ERROR\] Unknown host .*\): see that the network is there/);
    expect(existsSync(join(folder, 'cache', 'jalon', 'kafka-4.3.0'))).toBe(false);
  });

  it('names every way to a Temporal when there is none', async () => {
    await expect(obtainTemporal({ report })).rejects.toThrow(
      /^Temporal cannot be had on this machine, .*: install the Temporal CLI .* or Go, start Docker, or set JALON_TEMPORAL_ADDRESS\.$/,
    );
  });

  it('says what Go said when the build fails', async () => {
    program('go', `echo 'go: module lookup disabled'; exit 1`);
    await expect(obtainTemporal({ report })).rejects.toThrow(
      /^Temporal could not be built \(go: module lookup disabled\): see that the network is there/,
    );
  });

  it('refuses a download that is not what was pinned', async () => {
    vi.stubGlobal('fetch', async () => new Response('something else'));
    await expect(obtainTemporal({ report })).rejects.toThrow(
      /is not what Jalon expects \(SHA-256 [0-9a-f]{64} instead of [0-9a-f]{64}\): do not use it/,
    );
  });

  it('builds anew where a cached Temporal does not run', async () => {
    program('go', `while [ "$1" != -o ]; do shift; done; printf '#!/bin/sh\\necho built' > "$2"; ${'/bin/chmod'} +x "$2"`);
    const first = await obtainTemporal({ report });
    writeFileSync(first, 'half of a program');
    const again = await obtainTemporal({ report });
    expect(again).toBe(first);
    expect(readFileSync(again, 'utf8')).toContain('echo built');
  });
});
