import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';

const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);

/** A process that closes three parts, the second of which fails, and says which it closed. */
function service(env: NodeJS.ProcessEnv = {}) {
  const script = `
    const { closing } = await import(${here('./shutdown.ts')});
    const { loggerFor } = await import(${here('./logging.ts')});
    const part = (name) => async () => { process.stdout.write(name + ' '); if (name === 'consumer') throw new Error('lost'); };
    closing(loggerFor('test', { log: { level: 'silent', pretty: false } }), part('server'), part('consumer'), part('pool'));
    setInterval(() => {}, 1000);
    process.stdout.write('up ');
    if (process.env.FAILS) throw new Error('something escaped');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const up = once(child.stdout, 'data');
  const ended = once(child, 'close').then(([code]) => ({ code: code as number, said: said.trim() }));
  return { child, up, ended };
}

describe('a process that is told to end', () => {
  it('closes its parts in order, also past one that fails', async () => {
    const { child, up, ended } = service();
    await up;
    child.kill('SIGTERM');
    expect(await ended).toEqual({ code: 0, said: 'up server consumer pool' });
  });

  it('closes them too when an error escapes, and says by its code that it failed', async () => {
    expect(await service({ FAILS: 'yes' }).ended).toEqual({ code: 1, said: 'up server consumer pool' });
  });

  it('ends by itself when the launcher that started it is gone', async () => {
    const launcher = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
    const { up, ended } = service({ JALON_PARENT_PID: String(launcher.pid) });
    await up;
    launcher.kill('SIGKILL');
    expect(await ended).toEqual({ code: 0, said: 'up server consumer pool' });
  });
});
