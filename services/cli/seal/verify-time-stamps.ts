import { type Checkpoint, nodeCrypto, openCheckpoint, type Trust, textOfCheckpoint } from '@jalon/seal';
import { files, limits, TimeStamps } from './bundle.ts';
import { jsonIn } from './files.ts';
import { notVerified } from './not-verified.ts';

/** A time stamp that holds: which head of the tree was seen, when, and by whom. */
export interface StampedHead {
  readonly checkpoint: Checkpoint;
  /** ISO 8601. */
  readonly at: string;
  readonly authority: string;
  /** It leads to an authority that was named as trusted. */
  readonly trusted: boolean;
}

/**
 * The time stamps of an export, each verified over a checkpoint that the log signed.
 * @param authorities certificates of trusted time-stamping authorities, as PEM; empty where none are named
 * @throws {Failure} `not-verified` where one does not hold
 */
export async function verifyTimeStamps(folder: string, trust: Trust, authorities: string): Promise<readonly StampedHead[]> {
  const parsed = TimeStamps.safeParse(await jsonIn(folder, files.timeStamps, limits.timeStamps));
  if (!parsed.success) throw notVerified('unreadable', `${files.timeStamps} holds no time stamps.`, { file: files.timeStamps });
  if (parsed.data.length === 0) return [];
  const { certificatesOf, verifyTimeStamp } = await import('@jalon/seal/time-stamps');
  const trusted = certificatesOf(authorities);
  const stamped: StampedHead[] = [];
  for (const { token, checkpoint: note, provider } of parsed.data) {
    const opened = openCheckpoint(note, trust, nodeCrypto);
    if (opened.problem !== undefined) {
      throw notVerified('time-stamp', `A checkpoint that ${provider} stamped is none that the log signed (${opened.problem}).`, {
        file: files.timeStamps,
      });
    }
    try {
      const { at, ...who } = await verifyTimeStamp(Buffer.from(token, 'base64'), textOfCheckpoint(note), trusted);
      stamped.push({ checkpoint: opened.checkpoint, at: at.toISOString(), ...who });
    } catch (error) {
      const { size } = opened.checkpoint;
      const because = error instanceof Error ? error.message : String(error);
      throw notVerified('time-stamp', `The time stamp of ${provider} at ${size} decisions is not to be trusted. ${because}`, {
        file: files.timeStamps,
      });
    }
  }
  return stamped;
}
