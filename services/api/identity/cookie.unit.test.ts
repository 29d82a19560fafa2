import { describe, expect, it } from 'vitest';
import { cookieOf } from './cookie.ts';

describe('a cookie of this site', () => {
  it('is of this host alone on https, out of reach of scripts and of other sites', () => {
    const set = cookieOf('https://jalon.example.org', 'jalon').set('secret');
    expect(set.split('; ').toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure', '__Host-jalon=secret']);
  });

  it('of a checkout on one port is not that of another', () => {
    const first = cookieOf('http://127.0.0.1:3000', 'jalon');
    const second = cookieOf('http://127.0.0.1:3001', 'jalon');
    expect(second.of({ headers: { cookie: first.set('secret').split(';')[0] } })).toBeUndefined();
    expect(first.of({ headers: { cookie: `a=b; ${first.set('secret').split(';')[0]}` } })).toBe('secret');
  });

  it('is taken away at once, and lasts as long as it is told', () => {
    expect(cookieOf('https://jalon.example.org', 'jalon').clear()).toContain('Max-Age=0');
    expect(cookieOf('https://jalon.example.org', 'attempt', 600).set('x')).toContain('Max-Age=600');
    expect(cookieOf('https://jalon.example.org', 'jalon').set('x')).not.toContain('Max-Age');
  });
});
