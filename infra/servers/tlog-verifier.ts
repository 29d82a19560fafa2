import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goProgram } from './go-program.ts';
import { atMostEvery } from './progress.ts';
import { Unavailable } from './server.ts';

const module = fileURLToPath(new URL('../tlog-verifier/', import.meta.url));

/** The path of a program that verifies a transparency log without any code of ours; undefined, and loudly so, where there is no Go. Never so in CI. */
export async function tlogVerifier(): Promise<string | undefined> {
  const source = createHash('sha256');
  for (const file of ['main.go', 'go.mod', 'go.sum']) source.update(readFileSync(join(module, file)));
  const name = `tlog-verifier-${source.digest('hex').slice(0, 12)}`;
  try {
    const report = atMostEvery(10_000, (message) => console.log(`  tlog verifier: ${message}`));
    return await goProgram({ title: 'the verifier of transparency logs', name, module, main: '.', remedy: 'install Go' }, { report });
  } catch (error) {
    if (!(error instanceof Unavailable) || process.env.CI) throw error;
    console.warn(`\n  !! NOT TESTED: ${error.message}\n`);
    return undefined;
  }
}
