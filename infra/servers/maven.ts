import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.ts';
import { onPath, run } from './programs.ts';
import { type Following, lastLine, Unavailable } from './server.ts';

/** Kafka 4 asks for it. */
const leastJava = 17;
const copyDependencies = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

export interface Jars extends Pick<Following, 'report' | 'signal'> {
  /** What they are for, as people call it. */
  readonly of: string;
  /** Folder of ours with pom.xml and jars.sha256. */
  readonly described: string;
  /** Path below the cache folder. */
  readonly name: string;
  readonly remedy: string;
}

/**
 * The `java` to run them with.
 * @throws {Unavailable} when there is none, or it is older than 17
 */
export async function findJava(purpose: string, remedy: string): Promise<string> {
  const ofHome = process.env.JAVA_HOME && join(process.env.JAVA_HOME, 'bin', 'java');
  const java = ofHome && existsSync(ofHome) ? ofHome : onPath('java');
  if (!java) throw new Unavailable(`${purpose} needs Java ${leastJava} or newer and there is none: install it, or ${remedy}.`);
  const { output } = await run(java, ['-version']);
  const version = Number(/version "(?:1\.)?(\d+)/.exec(output)?.[1]);
  if (!(version >= leastJava)) {
    throw new Unavailable(
      `${purpose} needs Java ${leastJava} or newer and ${java} is ${version || 'of unknown version'}: install a newer one, or ${remedy}.`,
    );
  }
  return java;
}

/**
 * The folder with the jars, copied by Maven when they are not in the cache, each checked against the pinned SHA-256.
 * @throws {Unavailable} when Maven is missing or fails, or gives anything else than what is pinned
 */
export async function jars({ of, described, name, remedy, report, signal }: Jars): Promise<string> {
  const pinned = readPins(join(described, 'jars.sha256'));
  return cached({
    name,
    whole: (folder) => differing(folder, pinned) === undefined,
    report,
    signal,
    make: async (folder) => {
      const maven = onPath('mvn');
      if (!maven) throw new Unavailable(`${of} is fetched by Maven and there is no mvn on PATH: install it, or ${remedy}.`);
      report(`fetching ${of} by Maven`);
      const args = ['-B', '-q', '-f', join(described, 'pom.xml'), copyDependencies, '-DincludeScope=runtime', `-DoutputDirectory=${folder}`];
      const { code, output } = await run(maven, args, signal ? { signal } : {});
      signal?.throwIfAborted();
      if (code !== 0)
        throw new Unavailable(
          `${of} could not be fetched by Maven (${firstError(output)}): see that the network is there and start again, or ${remedy}.`,
        );
      const wrong = differing(folder, pinned);
      if (wrong)
        throw new Unavailable(
          `Maven gave a ${wrong} for ${of} that is not the one Jalon expects: clear it from ~/.m2 and start again, or ${remedy}.`,
        );
    },
  });
}

const firstError = (output: string) => lastLine(output.split('\n').find((line) => line.includes('ERROR')) ?? output);

/** File names with their SHA-256, as `sha256sum` writes them. */
function readPins(file: string): ReadonlyMap<string, string> {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return new Map(lines.map((line) => line.split(/\s+/)).map(([hash = '', name = '']) => [name, hash]));
}

/** The first file that is missing from the folder or not the pinned one. */
function differing(folder: string, pinned: ReadonlyMap<string, string>): string | undefined {
  return [...pinned].find(([name, hash]) => {
    const path = join(folder, name);
    return !existsSync(path) || createHash('sha256').update(readFileSync(path)).digest('hex') !== hash;
  })?.[0];
}
