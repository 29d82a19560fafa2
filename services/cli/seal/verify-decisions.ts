import { canonicalText } from '@jalon/decision-log';
import { equal, HASH_BYTES, type Replay, replay, type Stored, TILE_WIDTH } from '@jalon/seal';
import { files, isPolicy, Line, limits, type Manifest, Policies } from './bundle.ts';
import { jsonIn, linesIn } from './files.ts';
import { notVerified } from './not-verified.ts';
import { readTile } from './verify-tiles.ts';

/** The hashes of leaves, by position from 1, a tile at a time in order. */
function leavesIn(folder: string, size: number): (position: number) => Promise<Uint8Array> {
  let index = -1;
  let hashes: Buffer = Buffer.alloc(0);
  return async (position) => {
    const wanted = Math.floor((position - 1) / TILE_WIDTH);
    if (wanted !== index) [index, hashes] = [wanted, await readTile(folder, 0, wanted, size)];
    const at = ((position - 1) % TILE_WIDTH) * HASH_BYTES;
    return hashes.subarray(at, at + HASH_BYTES);
  };
}

function parsedLine(text: string, number: number): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw notVerified('unreadable', `Line ${number} of ${files.decisions} is not JSON.`, { file: files.decisions });
  }
  const line = Line.safeParse(value);
  if (line.success) return line.data;
  throw notVerified(
    'unreadable',
    `Line ${number} of ${files.decisions} is no decision: ${line.error.issues[0]?.path.join('.')} ${line.error.issues[0]?.message}.`,
    {
      file: files.decisions,
    },
  );
}

const storedOf = ({ envelope, data, salt }: Line): Stored => ({
  prefixed: Buffer.from(`\0${envelope}`),
  ...(data !== undefined && salt !== undefined && { salted: Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(data)]) }),
});

/**
 * Goes through the decisions of an export against the tree, which was verified before, and everything that they claim of each other.
 * @throws {Failure} `not-verified`, naming the first decision that is not as it was sealed
 */
export async function verifyDecisions(folder: string, manifest: Manifest): Promise<Replay> {
  const { size, tenant, others, lines, streams } = manifest;
  const whole = others === 'envelopes';
  const leafAt = leavesIn(folder, size);
  const replayed = replay({ tenant, whole });
  const policies: unknown[] = [];
  let number = 0;
  for await (const text of linesIn(folder, files.decisions, limits.line)) {
    number += 1;
    const line = parsedLine(text, number);
    const { position } = line;
    const reached = replayed.tree.size();
    if (position > size)
      throw notVerified('inserted', `Line ${number} is a decision at position ${position}, and ${size} were sealed.`, { position });
    if (position <= reached)
      throw notVerified(
        'out-of-order',
        `Line ${number} is the decision at position ${position} again, or out of order: the one before is at ${reached}.`,
        { position },
      );
    for (let gap = reached + 1; gap < position; gap += 1) {
      if (whole) throw notVerified('removed', `The decision at position ${gap} is missing.`, { position: gap });
      replayed.skip(Buffer.from(await leafAt(gap)));
    }
    const found = replayed.add(storedOf(line));
    const where = { position, ...(found?.id !== undefined && { decision: found.id }) };
    if (!equal(replayed.leaf(), await leafAt(position))) {
      throw notVerified('changed', `The decision ${idIn(line.envelope)} at position ${position} is not the one that was sealed.`, {
        position,
        decision: idIn(line.envelope),
      });
    }
    if (found) throw notVerified(found.code === 'data-changed' ? 'changed' : 'not-as-recorded', found.what, where);
    completeIn(line, streams);
    const { type, stream } = JSON.parse(line.envelope) as { readonly type: string; readonly stream: string };
    if (line.data !== undefined && isPolicy(type)) policies.push({ position, stream, type, data: JSON.parse(line.data).data });
  }
  await complete(replayed, manifest, number, leafAt);
  if (number !== lines)
    throw notVerified('cut', `${files.decisions} has ${number} lines, and ${files.manifest} says ${lines}.`, { file: files.decisions });
  await verifyPolicies(folder, policies);
  return replayed;
}

const idIn = (envelope: string): string => /"id":"([0-9a-f-]{36})","incarnation"/.exec(envelope)?.[1] ?? '(its id cannot be read)';

/** Of the streams that the export is of, every decision comes with its data. */
function completeIn({ envelope, data, salt, position }: Line, streams: Manifest['streams']): void {
  const { stream, id } = JSON.parse(envelope) as { readonly stream: string; readonly id: string };
  if (data !== undefined && salt !== undefined) return;
  if (data === undefined && salt === undefined && !Object.hasOwn(streams, stream)) return;
  throw notVerified('data-kept-back', `The decision ${id} at position ${position} comes without its data, and the export is of ${stream}.`, {
    position,
    decision: id,
  });
}

/** Nothing is missing at the end, and the streams have come as far as the export says. */
async function complete(
  replayed: Replay,
  { size, others, streams }: Manifest,
  lines: number,
  leafAt: (position: number) => Promise<Uint8Array>,
): Promise<void> {
  const reached = replayed.tree.size();
  if (reached < size && others === 'envelopes') {
    throw notVerified(
      'removed',
      `${files.decisions} ends after ${lines} decisions, and ${size} were sealed: the one at position ${reached + 1} is missing.`,
      {
        position: reached + 1,
      },
    );
  }
  for (let gap = reached + 1; gap <= size; gap += 1) replayed.skip(Buffer.from(await leafAt(gap)));
  for (const [stream, version] of Object.entries(streams)) {
    const came = replayed.streams.get(stream) ?? 0;
    if (came !== version) throw notVerified('removed', `${stream} has ${came} decisions, and ${files.manifest} says ${version}.`);
  }
}

async function verifyPolicies(folder: string, expected: readonly unknown[]): Promise<void> {
  const told = Policies.safeParse(await jsonIn(folder, files.policies, limits.policies));
  if (told.success && canonicalText(told.data, 'the policies') === canonicalText(expected, 'the policies')) return;
  throw notVerified('policy-changed', `${files.policies} does not say what the decisions say.`, { file: files.policies });
}
