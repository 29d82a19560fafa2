import { hash } from 'node:crypto';
import { nodeCrypto } from '../node-crypto.ts';
import { type GrowingTree, growingTree } from '../tree/growing.ts';
import { treeHash } from '../tree/hashing.ts';
import { seen } from './seen.ts';

/** One decision as it is stored. */
export interface Stored {
  /** The canonical text, as UTF-8 with one byte before it that may be overwritten: it is hashed where it is. */
  readonly prefixed: Buffer;
  /** The salt (16 bytes) ‖ the canonical text of the data, as UTF-8; absent where it is kept back. */
  readonly salted?: Buffer;
}

/** What the seal relies on in an envelope. */
interface Envelope {
  readonly id: string;
  readonly tenant: string;
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly command: { readonly id: string };
  readonly dataDigest: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly causation?: string;
}

export type FindingCode =
  | 'not-an-envelope'
  | 'out-of-place'
  | 'another-tenant'
  | 'data-changed'
  | 'stream-broken'
  | 'id-repeated'
  | 'command-repeated'
  | 'time-went-back'
  | 'reference-unknown';

/** The first thing that is wrong, and with which decision. */
export interface Finding {
  readonly code: FindingCode;
  readonly position: number;
  readonly id?: string;
  readonly stream?: string;
  /** One sentence. */
  readonly what: string;
}

export interface Replaying {
  readonly tenant: string;
  /** Every decision comes: then what is referred to has to have come before. */
  readonly whole: boolean;
}

/** Goes through a log, decision by decision, and recomputes what it claims: hashes, the tree, versions of streams, ids, order in time, references. */
export interface Replay {
  readonly tree: GrowingTree;
  /** The hash of its leaf; the tree has grown by it. */
  add(stored: Stored): Finding | undefined;
  /** The last leaf hash. */
  leaf(): Uint8Array;
  /** Adds a leaf of which only the hash is known. */
  skip(leafHash: Uint8Array): void;
  readonly streams: ReadonlyMap<string, number>;
}

const hashing = treeHash(nodeCrypto.sha256);
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export function replay({ tenant, whole }: Replaying): Replay {
  const tree = growingTree(hashing, undefined, false);
  const streams = new Map<string, number>();
  const [ids, commands] = [seen(), seen()];
  let command = '';
  let recordedAt = '';
  let leaf: Uint8Array = new Uint8Array(0);

  /** What is wrong with an envelope at a position, as a code and a sentence. */
  function wrong(envelope: Envelope, position: number, salted: Buffer | undefined): readonly [FindingCode, string] | undefined {
    const { stream, version } = envelope;
    if (envelope.position !== position) return ['out-of-place', `it says position ${envelope.position} and stands at ${position}`];
    if (envelope.tenant !== tenant) return ['another-tenant', `it is of the tenant ${envelope.tenant}`];
    if (salted && `sha256:${hash('sha256', salted, 'hex')}` !== envelope.dataDigest)
      return ['data-changed', 'its data is not what its envelope attests'];
    const before = streams.get(stream) ?? 0;
    if (version !== before + 1) return ['stream-broken', `it is version ${version} of ${stream}, which was at ${before}`];
    if (envelope.recordedAt < recordedAt) return ['time-went-back', `it was recorded at ${envelope.recordedAt}, before the one that precedes it`];
    if (envelope.occurredAt > envelope.recordedAt) return ['time-went-back', `it took effect at ${envelope.occurredAt}, after it was recorded`];
    const { causation } = envelope;
    if (whole && causation !== undefined && UUID.test(causation) && !ids.has(causation))
      return ['reference-unknown', `it names ${causation} as its cause, which did not come before it`];
    if (!ids.add(envelope.id)) return ['id-repeated', 'its id was used before'];
    if (envelope.command.id !== command && !commands.add(envelope.command.id))
      return ['command-repeated', `its command ${envelope.command.id} was carried out before`];
    return undefined;
  }

  return {
    tree,
    streams,
    leaf: () => leaf,
    skip: (leafHash) => tree.append(leafHash),
    add({ prefixed, salted }) {
      prefixed[0] = 0;
      leaf = nodeCrypto.sha256(prefixed);
      tree.append(leaf);
      const position = tree.size();
      const envelope = parsed(prefixed.toString('utf8', 1));
      if (!envelope) return { code: 'not-an-envelope', position, what: `The decision at position ${position} has no envelope that can be read.` };
      const found = wrong(envelope, position, salted);
      const { id, stream } = envelope;
      if (found)
        return { code: found[0], position, id, stream, what: `The decision ${id} at position ${position} is not as it was recorded: ${found[1]}.` };
      streams.set(stream, envelope.version);
      command = envelope.command.id;
      recordedAt = envelope.recordedAt;
      return undefined;
    },
  };
}

function parsed(text: string): Envelope | undefined {
  try {
    const value = JSON.parse(text);
    const isEnvelope =
      typeof value.id === 'string' &&
      typeof value.tenant === 'string' &&
      typeof value.position === 'number' &&
      typeof value.stream === 'string' &&
      typeof value.version === 'number' &&
      typeof value.command?.id === 'string' &&
      typeof value.dataDigest === 'string' &&
      typeof value.occurredAt === 'string' &&
      typeof value.recordedAt === 'string' &&
      (value.causation === undefined || typeof value.causation === 'string');
    return isEnvelope ? value : undefined;
  } catch {
    return undefined;
  }
}
