#!/usr/bin/env node
// The command line runs TypeScript as it is, which needs Node 24: an older one hands over to the one that the project brings.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const needed = 24;

if (Number(process.versions.node.split('.')[0]) >= needed) {
  await import('./jalon.ts');
} else {
  const own = fileURLToPath(new URL(`../../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`, import.meta.url));
  if (!existsSync(own)) {
    process.stderr.write(`jalon needs Node ${needed} and this is ${process.version}: run \`npm ci\` in the checkout, which brings it.\n`);
    process.exit(2);
  }
  const { status, signal } = spawnSync(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  if (signal) process.kill(process.pid, signal);
  process.exit(status ?? 1);
}
