import { parseArgs } from 'node:util';
import { startTestServers } from '@jalon/infra/test-servers';
import { type System, startSystem } from '../system/system.ts';
import { driverOf } from './drive.ts';

const help = `Drives every operation of /openapi.json with made-up requests and checks the answers: no failure of ours, documented statuses, bodies of their shape.

  npm run fuzz [-- --seed 1 --minutes 5]

A finding is printed with the smallest request that shows it; the same seed finds it again.
`;
const EACH = 5;

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, minutes: { type: 'string', default: '5' }, help: { type: 'boolean' } },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
if (values.help) {
  say(help);
  process.exit(0);
}
const [seed, minutes] = [Number(values.seed), Number(values.minutes)];
const ends = Date.now() + minutes * 60_000;

const { servers, end } = await startTestServers();
try {
  const system = await startSystem(servers, ['api', 'projector'], { JALON_HTTP_REQUESTS_PER_MINUTE: '1000000000' });
  try {
    await fuzz(system);
  } finally {
    await system[Symbol.asyncDispose]();
  }
} finally {
  await end();
}

async function fuzz(system: System): Promise<void> {
  const { operations, drive } = await driverOf(system);
  const seen = new Set<string>();
  for (let round = seed; round === seed || Date.now() < ends; round += 1) {
    const { requests, statuses, found } = await drive({ seed: round * 10_000, each: EACH });
    say(`round ${round}: ${requests} requests to ${operations.length} operations, answered ${JSON.stringify(statuses)}`);
    for (const { operation, what, request } of found) {
      if (seen.has(operation + what)) continue;
      seen.add(operation + what);
      say(`  ${operation}: ${what}\n    ${request}`);
    }
  }
  if (seen.size > 0) process.exitCode = 1;
}
