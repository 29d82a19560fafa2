import type { Command } from 'commander';
import type { Answer, Progress } from '../answer.ts';

/** What can be done with the seal of the log. */
export interface SealActions {
  export(options: ExportOptions, progress: Progress): Promise<Answer>;
  verify(path: string, options: VerifyOptions): Promise<Answer>;
  prove(decision: string, options: ProveOptions): Promise<Answer>;
  fsck(options: { readonly tenant?: string }, progress: Progress): Promise<Answer>;
}

export interface ExportOptions {
  readonly programme?: string;
  readonly out?: string;
  readonly tenant?: string;
  /** Leaves the envelopes of decisions on other things out. */
  readonly onlyOwn: boolean;
}

export interface ProveOptions {
  readonly out?: string;
  readonly tenant?: string;
  readonly withData: boolean;
}

export interface VerifyOptions {
  /** Public keys that are trusted, or files that hold one. */
  readonly keys: readonly string[];
  /** Files that hold checkpoints of the log that were kept: an export has to go on from each. */
  readonly checkpoints?: readonly string[];
  /** A file with the certificates of the time-stamping authorities that are trusted, as PEM. */
  readonly authorities?: string;
}

interface Verifying {
  readonly key: readonly string[];
  readonly checkpoint: readonly string[];
  readonly timeStampAuthority?: string;
}

interface Speaking {
  readonly say: (answer: Answer) => void;
  readonly progress: Progress;
}

type Add = (jalon: Command, usage: string, summary: string, details: string) => Command;

const TENANT = ['--tenant <tenant>', 'whose log, where there are several'] as const;
const several = (value: string, before: readonly string[]) => [...before, value];

/** `export`, `verify`, `prove` and `fsck`. */
export function addSeal(jalon: Command, add: Add, actions: SealActions, { say, progress }: Speaking): void {
  add(
    jalon,
    'export',
    'write the decisions of a programme, with all that proves them',
    'A folder that opens without Jalon: decisions as JSON lines, the Merkle tree, the signed checkpoint, the keys, time stamps, policies, and a README that says how to check them. The envelopes of decisions on other things (who, when, which kind, no content) go with it, so that it shows that nothing is missing.\n\nExample: jalon export --programme demonstration --out audit-2027',
  )
    .option('--programme <id>', 'only what belongs to a programme; else the whole tenant')
    .option('--out <folder>', 'where to write it; a new or empty folder')
    .option('--only-own', 'leave the envelopes of decisions on other things out: what is missing at the end of a stream does not show then', false)
    .option(...TENANT)
    .action(async (options: ExportOptions) => say(await actions.export(options, progress)));
  add(
    jalon,
    'verify <path>',
    'verify an export or a proof, with nothing but its files and a key',
    'Needs no database, no network and no running Jalon. Recomputes every hash, the tree and the signatures, and says which decision is the first that is not as it was sealed. Exit code 0 only where all of it verifies.\n\nExample: jalon verify audit-2027 --key region.key',
  )
    .option(
      '--key <key>',
      'a public key that you trust, or a file that holds it: that of the log, and of each witness who has to have signed',
      several,
      [],
    )
    .option(
      '--checkpoint <file>',
      'a checkpoint that you kept, such as log/checkpoint of an earlier export: this one has to go on from it',
      several,
      [],
    )
    .option('--time-stamp-authority <file>', 'certificates of the time-stamping authorities that you trust (PEM)')
    .action(async (path: string, { key, checkpoint, timeStampAuthority }: Verifying) =>
      say(
        await actions.verify(path, {
          keys: key,
          checkpoints: checkpoint,
          ...(timeStampAuthority !== undefined && { authorities: timeStampAuthority }),
        }),
      ),
    );
  add(
    jalon,
    'prove <decision>',
    'write the proof that one decision stands in the log',
    'A tlog-proof file (https://c2sp.org/tlog-proof), which `jalon verify` and other tools verify with nothing but the public key.\n\nExample: jalon prove 01985b2e-1c3f-7a52-9d3e-3f2b8a7c6d10 --with-data',
  )
    .option('--out <file>', 'where to write it')
    .option('--with-data', 'with what was decided, not only that it was: the file is then as confidential as that is', false)
    .option(...TENANT)
    .action(async (decision: string, options: ProveOptions) => say(await actions.prove(decision, options)));
  add(
    jalon,
    'fsck',
    'check the log of this system against its seal, and what hangs on it against the log',
    'Reads every decision: hashes, the tree, checkpoints, the copies of them outside the database, versions, ids, order in time; then whether the views, Kafka and the journeys say what the log says. Changes nothing.',
  )
    .option(...TENANT)
    .action(async (options: { readonly tenant?: string }) => say(await actions.fsck(options, progress)));
}
