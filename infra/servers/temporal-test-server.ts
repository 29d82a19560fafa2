import { chmodSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findJava, jars } from './maven.ts';
import type { Following } from './server.ts';

const version = '1.32.1';
const purpose = "Temporal's time-skipping test server";
const remedy = 'set JALON_TEST_TEMPORAL_TEST_SERVER to the path of one';

/**
 * The path of Temporal's time-skipping test server, as `TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } })` takes it:
 * a script that runs its jars.
 * @throws {Unavailable} without Java or Maven
 */
export async function temporalTestServer({ report, signal }: Pick<Following, 'report' | 'signal'>): Promise<string> {
  const java = await findJava(purpose, remedy);
  const described = fileURLToPath(new URL('../temporal/test-server/', import.meta.url));
  const folder = await jars({ of: purpose, described, name: `temporal-test-server-${version}`, remedy, report, signal });
  const script = join(folder, 'temporal-test-server');
  const draft = `${script}.${process.pid}`;
  const options = '-Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dorg.slf4j.simpleLogger.defaultLogLevel=warn';
  writeFileSync(draft, `#!/bin/sh\nexec '${java}' ${options} -cp '${folder}/*' io.temporal.testserver.TestServer "$@"\n`);
  chmodSync(draft, 0o755);
  renameSync(draft, script);
  return script;
}
