import { hash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { replay, type Stored } from './replay.ts';
import { seen } from './seen.ts';

const SALT = Buffer.alloc(16, 7);
const salted = Buffer.concat([SALT, Buffer.from('{"data":{"note":"seen"}}')]);

interface Wanted {
  readonly [name: string]: unknown;
}

/** A decision as the log would store it, with what is wanted otherwise. */
function stored(position: number, wanted: Wanted = {}): Stored {
  const envelope = {
    command: { id: `person:ana:${position}`, name: 'note' },
    dataDigest: `sha256:${hash('sha256', salted, 'hex')}`,
    id: randomUUID(),
    occurredAt: '2027-03-01T09:00:00.000Z',
    position,
    recordedAt: '2027-03-01T09:00:00.000Z',
    stream: `project-${position}`,
    tenant: 'region',
    version: 1,
    ...wanted,
  };
  return { prefixed: Buffer.from(`\0${JSON.stringify(envelope)}`), salted };
}

function found(decisions: readonly Stored[], whole = true) {
  const replayed = replay({ tenant: 'region', whole });
  return decisions.map((decision) => replayed.add(decision)).find((finding) => finding !== undefined);
}

describe('a replay', () => {
  const id = randomUUID();

  it('finds nothing in a log that is as it should be', () => {
    const command = { id: 'person:ana:both', name: 'note' };
    const decisions = [stored(1, { id, command }), stored(2, { command }), stored(3, { stream: 'project-1', version: 2, causation: id })];
    expect(found(decisions)).toBeUndefined();
  });

  it.each<readonly [string, string, readonly Stored[]]>([
    ['out-of-place', 'position 7', [stored(1), stored(7)]],
    ['another-tenant', 'ville', [stored(1), stored(2, { tenant: 'ville' })]],
    ['data-changed', 'data', [stored(1), { ...stored(2), salted: Buffer.concat([SALT, Buffer.from('{"data":{"note":"sean"}}')]) }]],
    ['stream-broken', 'version 3', [stored(1), stored(2, { stream: 'project-1', version: 3 })]],
    ['stream-broken', 'version 1', [stored(1), stored(2, { stream: 'project-1', version: 1 })]],
    ['id-repeated', 'id', [stored(1, { id }), stored(2, { id })]],
    ['time-went-back', 'recorded', [stored(1), stored(2, { recordedAt: '2027-03-01T08:59:59.999Z', occurredAt: '2027-03-01T08:00:00.000Z' })]],
    ['time-went-back', 'took effect', [stored(1), stored(2, { occurredAt: '2027-03-01T09:00:00.001Z' })]],
    ['reference-unknown', 'its cause', [stored(1), stored(2, { causation: '018f0000-0000-7000-8000-000000000000' })]],
    ['not-an-envelope', 'position 2', [stored(1), { prefixed: Buffer.from('\0{"id":') }]],
    ['not-an-envelope', 'position 2', [stored(1), { prefixed: Buffer.from('\0null') }]],
    ['not-an-envelope', 'position 2', [stored(1), stored(2, { version: 'x' })]],
  ])('finds %s: %s', (code, what, decisions) => expect(found(decisions)).toMatchObject({ code, position: 2, what: expect.stringContaining(what) }));

  it('finds a command that was carried out twice, with another between', () => {
    const command = { id: 'person:ana:once', name: 'note' };
    expect(found([stored(1, { command }), stored(2), stored(3, { command })])).toMatchObject({ code: 'command-repeated', position: 3 });
  });

  it('takes no cause that comes later, and none that is itself, so that causes never go in a circle', () => {
    const [first, second] = [randomUUID(), randomUUID()];
    expect(found([stored(1, { id: first, causation: second }), stored(2, { id: second, causation: first })])).toMatchObject({ position: 1 });
    expect(found([stored(1, { id: first, causation: first })])).toMatchObject({ code: 'reference-unknown' });
  });
});

describe('names that were seen', () => {
  it('are told from those that were not, by the ten thousand', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `person:ana:${index}`);
    const kept = seen();
    expect(names.every((name) => kept.add(name))).toBe(true);
    expect(names.some((name) => kept.add(name))).toBe(false);
    expect(names.some((name) => kept.has(`${name}x`))).toBe(false);
  });
});
