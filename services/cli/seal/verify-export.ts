import { formatKey, nodeCrypto, openCheckpoint, type Trust, type VerifierKey } from '@jalon/seal';
import type { z } from 'zod';
import type { Answer } from '../answer.ts';
import { files, Keys, limits, Manifest } from './bundle.ts';
import { jsonIn, textIn } from './files.ts';
import { notVerified, type Why } from './not-verified.ts';
import { trustedKeys } from './trusted-keys.ts';
import { verifyDecisions } from './verify-decisions.ts';
import { type KnownHead, verifyTiles } from './verify-tiles.ts';
import { type StampedHead, verifyTimeStamps } from './verify-time-stamps.ts';

export interface Trusting {
  /** Public keys of the log and of witnesses; the first of the export where there are none. */
  readonly keys: readonly VerifierKey[];
  /** How many of the witnesses have to have signed. */
  readonly witnesses: number;
  /** Checkpoints of the log that were kept from earlier, with the file of each. */
  readonly kept: readonly { readonly file: string; readonly note: string }[];
  /** Certificates of the time-stamping authorities that are trusted, as PEM; empty where none are named. */
  readonly authorities: string;
}

/** Why a checkpoint is not trusted, as a sentence. */
export const told: Readonly<Record<Exclude<ReturnType<typeof openCheckpoint>['problem'], undefined>, readonly [Why, string]>> = {
  'not-a-checkpoint': ['unreadable', 'There is no checkpoint in it that can be read.'],
  'another-log': ['another-log', 'Its checkpoint is that of another log.'],
  'not-signed': ['wrong-key', 'None of the keys that you trust signed its checkpoint.'],
  'wrong-signature': ['wrong-signature', 'A signature on its checkpoint is wrong: the checkpoint was changed.'],
  'too-few-witnesses': ['wrong-signature', 'Fewer witnesses signed its checkpoint than you ask for.'],
};

async function read<Shape extends z.ZodType>(folder: string, file: string, shape: Shape, limit: number): Promise<z.output<Shape>> {
  const parsed = shape.safeParse(await jsonIn(folder, file, limit));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw notVerified('unreadable', `${file} is not what it has to be: ${issue?.path.join('.')} ${issue?.message}.`, { file });
}

/**
 * Verifies an export with nothing but its files and the keys that are trusted: signatures, the whole tree, every hash, and what the decisions claim.
 * @throws {Failure} `not-verified`, saying what is wrong first, and with which decision
 */
export async function verifyExport(folder: string, trusting: Trusting): Promise<Answer> {
  const manifest = await read(folder, files.manifest, Manifest, limits.manifest);
  const ring = await read(folder, files.keys, Keys, limits.manifest);
  const { origin, size, tenant } = manifest;
  if (ring.origin !== origin)
    throw notVerified('another-log', `${files.keys} is that of ${ring.origin}, and the export is of ${origin}.`, { file: files.keys });
  const keys = trustedKeys(ring, trusting.keys);
  const opened = openCheckpoint(
    await textIn(folder, files.checkpoint, limits.small * 2),
    { origin, keys, witnesses: trusting.witnesses },
    nodeCrypto,
  );
  if (opened.problem !== undefined) throw notVerified(...told[opened.problem], { file: files.checkpoint });
  if (opened.checkpoint.size !== size)
    throw notVerified('cut', `${files.manifest} says ${size} decisions, and ${opened.checkpoint.size} were signed.`, { file: files.manifest });
  const stamps = await verifyTimeStamps(folder, { origin, keys }, trusting.authorities);
  const kept = trusting.kept.map((one) => keptHead(one, { origin, keys }, size));
  await verifyTiles(folder, opened.checkpoint, [
    ...stamps.map(({ checkpoint }) => ({ ...checkpoint, told: 'The time-stamped checkpoint', file: files.timeStamps })),
    ...kept,
  ]);
  const replayed = await verifyDecisions(folder, manifest);
  const signedBy = opened.by.map(({ key }) => formatKey(key));
  const withData = Object.keys(manifest.streams).length;
  const lines = [
    `Verified: the ${size} decisions of ${origin} are complete, in order and as they were sealed; those of ${withData} things came with their data.`,
    ...(manifest.others === 'hashes'
      ? ['Decisions on other things came as hashes: that none on these things is among them rests on manifest.json alone.']
      : []),
    ...signedBy.map((key) => `Signed by ${key}`),
    ...stamps.map(stampTold),
    ...kept.map(({ size: of, file }) => `It goes on from ${file}, the checkpoint of ${of} decisions that you kept.`),
    ...(trusting.keys.length === 0
      ? ['That key came with the export: it shows who made it only if it is the one that the authority published. Give it with --key.']
      : []),
  ];
  return {
    lines,
    data: {
      verified: true,
      stamps: stamps.map(({ checkpoint, ...rest }) => ({ size: checkpoint.size, ...rest })),
      origin,
      tenant,
      size,
      streams: replayed.streams.size,
      signedBy,
      keyGiven: trusting.keys.length > 0,
      goesOnFrom: kept.map((head) => head.size),
    },
  };
}

/** A checkpoint that was kept: signed by the log, and not of more decisions than came. */
function keptHead({ file, note }: Trusting['kept'][number], trust: Trust, size: number): KnownHead {
  const opened = openCheckpoint(note, trust, nodeCrypto);
  if (opened.problem !== undefined) throw notVerified(told[opened.problem][0], `${file}, which you kept: ${told[opened.problem][1]}`, { file });
  const { checkpoint } = opened;
  if (checkpoint.size <= size) return { ...checkpoint, told: `${file}, the checkpoint that you kept,`, file };
  throw notVerified(
    'older',
    `${file}, which you kept, is of ${checkpoint.size} decisions, and this export of ${size}: decisions that were there are not.`,
    {
      file,
    },
  );
}

const stampTold = ({ checkpoint, at, authority, trusted }: StampedHead): string =>
  `The first ${checkpoint.size} stood so at ${at}, says ${authority}${trusted ? '' : '; name its certificate with --time-stamp-authority to have that judged'}.`;
