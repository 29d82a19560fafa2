import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from './programs.ts';

describe('a program that gives way', () => {
  // It asks of itself a moment after it began, as what it starts would.
  const asked = (script: string) => run('sh', ['-c', `sleep 0.3; ${script}`], { givesWay: true });

  it('has the least priority, and so has what it starts', async () => expect((await asked('nice')).output.trim()).toBe('19'));

  it.runIf(existsSync('/proc/self/autogroup'))('has it among sessions too, where Linux shares its cores among those', async () =>
    expect((await asked('cat /proc/self/autogroup')).output).toContain('nice 19'),
  );
});
