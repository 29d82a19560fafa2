import type { DecisionProof, DecisionProofProblem } from '@jalon/seal/verify';
import { send } from '../api/client.ts';

/** A proof, and whom it is believed from. */
export interface Proving {
  /** The text of a tlog-proof file. */
  readonly proof: string;
  readonly origin: string;
  /** The public key that is trusted, as `<name>+<id>+<base64>`. */
  readonly key: string;
  /** What keys signed of their successors. */
  readonly statements: readonly string[];
}

export type ProofTrouble = DecisionProofProblem | 'no-key' | 'keys-contradict';
export type Shown = Extract<DecisionProof, { problem?: undefined }> | { readonly problem: ProofTrouble };

interface Ring {
  readonly origin: string;
  readonly keys: readonly { readonly key: string; readonly statement?: string }[];
}

export interface Verified {
  readonly shown: Shown;
  /** The key it was judged by, and whether the reader had it from elsewhere or it came from this server. */
  readonly key: string;
  readonly fromServer: boolean;
}

/** Fetches the proof of a decision and judges it here: by the key that the reader trusts, else by the first that the server shows. */
export async function verifyProof(tenant: string, decision: string, trusted: string | undefined): Promise<Verified> {
  const [file, ring] = await Promise.all([
    send(`/v1/decisions/${encodeURIComponent(decision)}/proof`).then((response) => response.text()),
    send(`/log/${encodeURIComponent(tenant)}/keys`).then((response) => response.json() as Promise<Ring>),
  ]);
  const key = trusted ?? ring.keys[0]?.key ?? '';
  const statements = ring.keys.flatMap(({ statement }) => (statement === undefined ? [] : [statement]));
  return { shown: await inWorker({ proof: file, origin: ring.origin, key, statements }), key, fromServer: trusted === undefined };
}

function inWorker(proving: Proving): Promise<Shown> {
  const worker = new Worker(new URL('./verify.worker.ts', import.meta.url), { type: 'module' });
  const answered = new Promise<Shown>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Shown>) => resolve(data), { once: true });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
  });
  worker.postMessage(proving);
  return answered.finally(() => worker.terminate());
}
