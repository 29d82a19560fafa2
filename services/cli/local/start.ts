import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Runs a script of the checkout with this Node, on this terminal, and resolves with its exit code. Ctrl-C reaches the script, which ends in its own order. */
export function runScript(script: string, args: readonly string[], folder: string): Promise<number> {
  const child = spawn(process.execPath, [script, ...args], { cwd: folder, stdio: 'inherit' });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  const ignore = () => {};
  process.on('SIGTERM', pass).on('SIGINT', ignore);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGTERM', pass).off('SIGINT', ignore);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}
