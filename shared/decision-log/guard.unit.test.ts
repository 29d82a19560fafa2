import { describe, expect, it } from 'vitest';
import { whyUnfit, whyUnsafe } from './guard.ts';

const durable = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };

describe('a database that decisions are trusted to', () => {
  it.each(['fsync', 'full_page_writes', 'synchronous_commit'])('may not run with %s off', (name) => {
    expect(whyUnsafe({ ...durable, [name]: 'off' })).toMatch(new RegExp(`${name} off.*set ${name} to on`));
  });

  it.each(['on', 'local', 'remote_write', 'remote_apply'])(
    'may run with synchronous_commit %s, which waits for its own disk',
    (synchronous_commit) => {
      expect(whyUnsafe({ ...durable, synchronous_commit })).toBeUndefined();
    },
  );

  it('needs each migration of this version and none of a newer one', () => {
    expect(whyUnfit(['1', '2'], ['1'])).toMatch(/lacks the migration 2/);
    expect(whyUnfit(['1', '2'], ['1', '2', '3'])).toMatch(/newer version of Jalon \(3\)/);
    expect(whyUnfit(['1', '2'], ['1', '2'])).toBeUndefined();
  });
});
