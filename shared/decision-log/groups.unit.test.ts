import { describe, expect, it } from 'vitest';
import { inGroups } from './groups.ts';

const upTo = (size: number) => (group: readonly unknown[]) => group.length < size;

/** Notes the groups as they are sent; each waits until it is let go. */
function recorder() {
  const groups: (readonly string[])[] = [];
  const release: (() => void)[] = [];
  const send = async (_: string, group: readonly string[]) => {
    groups.push(group);
    await new Promise<void>((resolve) => release.push(resolve));
    return group.map(
      (item): PromiseSettledResult<string> =>
        item.startsWith('bad') ? { status: 'rejected', reason: new Error(item) } : { status: 'fulfilled', value: `answer to ${item}` },
    );
  };
  const sent = async (count: number) => {
    while (groups.length < count) await new Promise(setImmediate);
  };
  return { groups, release, send, sent };
}

describe('calls that go in groups', () => {
  it('go together when they arrive together, and gather while a group is under way', async () => {
    const { groups, release, send, sent } = recorder();
    const call = inGroups(send, upTo(10));
    const first = [call('t', 'a'), call('t', 'b')];
    await sent(1);
    const second = [call('t', 'c'), call('t', 'd'), call('t', 'e')];
    await new Promise(setImmediate);
    expect(groups).toEqual([['a', 'b']]);
    release[0]?.();
    expect(await Promise.all(first)).toEqual(['answer to a', 'answer to b']);
    await sent(2);
    release[1]?.();
    expect(await Promise.all(second)).toEqual(['answer to c', 'answer to d', 'answer to e']);
    expect(groups).toEqual([
      ['a', 'b'],
      ['c', 'd', 'e'],
    ]);
  });

  it('are split where no more fits, and no item is left behind', async () => {
    const { groups, release, send, sent } = recorder();
    const call = inGroups(send, upTo(2));
    const all = Promise.all(['a', 'b', 'c'].map((item) => call('t', item)));
    await sent(1);
    release[0]?.();
    await sent(2);
    release[1]?.();
    expect(await all).toEqual(['answer to a', 'answer to b', 'answer to c']);
    expect(groups).toEqual([['a', 'b'], ['c']]);
  });

  it('do not wait for another tenant', async () => {
    const { groups, release, send, sent } = recorder();
    const call = inGroups(send, upTo(10));
    const slow = call('t1', 'a');
    await sent(1);
    const other = call('t2', 'b');
    await sent(2);
    release[1]?.();
    expect(await other).toBe('answer to b');
    release[0]?.();
    expect(await slow).toBe('answer to a');
    expect(groups).toHaveLength(2);
  });

  it('fail one by one, or all of them when the group itself failed; the next ones still go', async () => {
    const { release, send, sent } = recorder();
    let broken = false;
    const call = inGroups<string, string>((key, group) => (broken ? Promise.reject(new Error('broken')) : send(key, group)), upTo(10));
    const mixed = Promise.allSettled([call('t', 'a'), call('t', 'bad'), call('t', 'b')]);
    await sent(1);
    release[0]?.();
    expect((await mixed).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    broken = true;
    await expect(Promise.all([call('t', 'c'), call('t', 'd')])).rejects.toThrow('broken');
    broken = false;
    const after = call('t', 'e');
    await sent(2);
    release[1]?.();
    expect(await after).toBe('answer to e');
  });
});
