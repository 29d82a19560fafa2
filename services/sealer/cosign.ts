import type { DecisionLog } from '@jalon/decision-log';
import {
  base64,
  consistencyRanges,
  formatSignature,
  nodeCrypto,
  type PublishedCheckpoint,
  parseNote,
  parseSignature,
  proveRanges,
  type SealedLog,
  type SealStore,
  type VerifierKey,
  verifyNote,
  wholeNumber,
} from '@jalon/seal';
import { hashing } from './open-tree.ts';

/** Somebody else who signs checkpoints that only ever go on (https://c2sp.org/tlog-witness). */
export interface Witness {
  readonly url: string;
  readonly key: VerifierKey;
}

interface Cosigning {
  readonly log: Pick<DecisionLog, 'tenants'>;
  readonly store: SealStore;
  readonly witnesses: readonly Witness[];
  readonly reporter: { readonly warn: (fields: object, message: string) => void };
}

const ANSWER_WITHIN_MS = 15_000;
const MAX_ANSWER = 100_000;

/**
 * Has the latest checkpoint of each tenant signed by each witness, where it is not yet. A witness that does not answer is asked again the next time.
 * @returns how many cosignatures were got
 */
export async function cosignLatest({ log, store, witnesses, reporter }: Cosigning): Promise<number> {
  let got = 0;
  for (const { tenant } of await log.tenants()) {
    const life = await store.logOf(tenant);
    const latest = life && (await store.latest(life));
    if (!life || !latest) continue;
    for (const witness of witnesses) {
      if (isSignedBy(latest.note, witness.key)) continue;
      try {
        await store.addCosignature(life, latest.size, await cosignatureOf(store, life, latest, witness));
        got += 1;
      } catch (err) {
        reporter.warn({ err, tenant, witness: witness.key.name }, 'a witness did not sign a checkpoint and is asked again');
      }
    }
  }
  return got;
}

const isSignedBy = (source: string, key: VerifierKey): boolean => {
  const note = parseNote(source);
  return note !== undefined && (verifyNote(note, [key], nodeCrypto)?.length ?? 0) > 0;
};

/** The line that a witness answers. It says itself which checkpoint it knows, so that one that begins anew, or that we forgot, is asked once more. */
async function cosignatureOf(store: SealStore, log: SealedLog, checkpoint: PublishedCheckpoint, witness: Witness): Promise<string> {
  let known = 0;
  for (let round = 0; round < 2; round += 1) {
    const proof = await proveRanges(consistencyRanges(known, checkpoint.size), checkpoint.size, (tiles) => store.tiles(log, tiles), hashing);
    const body = `old ${known}\n${proof.map((hash) => `${base64(hash)}\n`).join('')}\n${checkpoint.note}`;
    const answer = await fetch(new URL('add-checkpoint', witness.url.replace(/\/*$/, '/')), {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const text = (await answer.text()).slice(0, MAX_ANSWER);
    const size = answer.status === 409 ? wholeNumber(text.trim()) : undefined;
    if (size !== undefined && size <= checkpoint.size) known = size;
    else if (!answer.ok) throw new Error(`${witness.url} answered ${answer.status}: ${text.slice(0, 200)}`);
    else return lineBy(text, checkpoint.note, witness);
  }
  throw new Error(`${witness.url} does not say which checkpoint it knows.`);
}

/** The line of the answer that the key of the witness made; whatever else is in it is left. */
function lineBy(answer: string, note: string, { key, url }: Witness): string {
  const signed = parseNote(note)!;
  for (const text of answer.split('\n')) {
    const line = parseSignature(text);
    if (line && verifyNote({ text: signed.text, signatures: [line] }, [key], nodeCrypto)?.length === 1) return formatSignature(line);
  }
  throw new Error(`${url} answered without a signature by ${key.name}.`);
}
