import { z } from 'zod';

/** The files of an export. Their names are ours: none is ever taken from what an export says. */
export const files = {
  manifest: 'manifest.json',
  decisions: 'decisions.jsonl',
  checkpoint: 'log/checkpoint',
  keys: 'log/keys.json',
  timeStamps: 'time-stamps.json',
  policies: 'policies.json',
  readme: 'README.md',
} as const;

/** A tile of the tree, where tlog-tiles has it below the prefix of the log. */
export const tileFile = (path: string): string => `log/${path}`;

const Count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const Name = z.string().min(1).max(500);

export const Manifest = z.strictObject({
  format: z.literal('jalon-export/1'),
  tenant: Name,
  origin: Name,
  /** Decisions that the checkpoint holds. */
  size: Count.min(1),
  /** The programme that it is of; absent for the whole tenant. */
  programme: Name.optional(),
  /** How decisions on other things are given: with their envelopes, so that completeness shows, or by their hashes in the tree alone. */
  others: z.enum(['envelopes', 'hashes']),
  /** Lines of decisions.jsonl. */
  lines: Count,
  /** The streams that are given with their data, and the version that each is at. */
  streams: z.record(Name, Count.min(1)),
});
export type Manifest = z.output<typeof Manifest>;

/** One line of decisions.jsonl: the stored texts of a decision, and the salt that went into the digest of its data. */
export const Line = z.strictObject({
  position: Count.min(1),
  envelope: z.string(),
  data: z.string().optional(),
  salt: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
});
export type Line = z.output<typeof Line>;

export const Keys = z.strictObject({
  origin: Name,
  keys: z
    .array(z.strictObject({ key: z.string().max(1_000), above: Count, statement: z.string().max(10_000).optional() }))
    .min(1)
    .max(1_000),
});

export const Policies = z.array(z.strictObject({ position: Count.min(1), stream: Name, type: Name, data: z.unknown() })).max(10_000);

/** RFC 3161 tokens (DER, base 64) of checkpoints, each with the checkpoint that it stamps. */
export const TimeStamps = z
  .array(z.strictObject({ provider: z.string().max(1_000), token: z.string().max(1_000_000), checkpoint: z.string().max(200_000) }))
  .max(10_000);

/** The decisions on whose data policies rest. */
export const isPolicy = (type: string): boolean => type.startsWith('policy-');

/** Bytes that a line, and each other file, may hold. */
export const limits = { line: 4_000_000, small: 100_000, manifest: 200_000_000, policies: 100_000_000, timeStamps: 200_000_000 } as const;
