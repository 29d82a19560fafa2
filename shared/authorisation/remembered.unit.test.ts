import { describe, expect, it } from 'vitest';
import { Remembered } from './remembered.ts';

describe('what is remembered', () => {
  const working = (worked: string[]) => (name: string) => () => {
    worked.push(name);
    return name.toUpperCase();
  };

  it('is worked out once', () => {
    const worked: string[] = [];
    const remembered = new Remembered<string>(2);
    const workOut = working(worked);
    expect([remembered.of('a', workOut('a')), remembered.of('a', workOut('a'))]).toEqual(['A', 'A']);
    expect(worked).toEqual(['a']);
  });

  it('is forgotten when it is unused for longest and there is no more room', () => {
    const worked: string[] = [];
    const remembered = new Remembered<string>(2);
    const workOut = working(worked);
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) remembered.of(name, workOut(name));
    expect(worked).toEqual(['a', 'b', 'c', 'b']);
  });
});
