import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const logging = new URL('./logging.ts', import.meta.url).href;

it('leaves credentials out of the log, at any depth that a request has', () => {
  const script = `
    const { loggerFor } = await import(${JSON.stringify(logging)});
    const logger = loggerFor('api', { log: { level: 'info', pretty: false } });
    logger.info({ req: { method: 'GET', headers: { authorization: 'Bearer hidden', cookie: 'hidden' } }, secret: 'hidden', token: 'hidden' }, 'seen');`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  expect(stdout).toContain('"msg":"seen"');
  expect(stdout).toContain('"method":"GET"');
  expect(stdout).not.toContain('hidden');
});
