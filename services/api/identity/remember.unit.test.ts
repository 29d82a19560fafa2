import { describe, expect, it } from 'vitest';
import { type Account, TokenRejected } from './account.ts';
import { remembering } from './remember.ts';

const noon = Date.parse('2027-03-01T12:00:00Z');
const account = (id: string): Account => ({ tenant: 'tenant-a', actor: { kind: 'person', id }, expires: noon / 1000 + 60 });

function checking(most?: number) {
  let now = noon;
  const checked: string[] = [];
  const verify = async (token: string): Promise<Account> => {
    checked.push(token);
    if (now >= noon + 60_000) throw new TokenRejected('it has expired');
    return account(token);
  };
  return { checked, later: (ms: number) => (now += ms), check: remembering(verify, () => new Date(now), most) };
}

describe('a token that was accepted', () => {
  it('is not checked again while it lasts', async () => {
    const { check, checked } = checking();
    expect(await Promise.all([await check('ana'), await check('ana')])).toEqual([account('ana'), account('ana')]);
    expect(checked).toEqual(['ana']);
  });

  it('is rejected once it has ended', async () => {
    const { check, later } = checking();
    await check('ana');
    later(60_000);
    await expect(check('ana')).rejects.toThrow('expired');
    await expect(check('ana')).rejects.toThrow('expired');
  });

  it('is forgotten when it is unused for longest and there is no more room', async () => {
    const { check, checked } = checking(2);
    for (const token of ['ana', 'ben', 'ana', 'cleo', 'ana', 'ben']) await check(token);
    expect(checked).toEqual(['ana', 'ben', 'cleo', 'ben']);
  });
});
