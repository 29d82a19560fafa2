import type { OpenedLog } from '@jalon/decision-log';
import type { Load } from '@jalon/domain';
import { streamsOfProgramme } from '@jalon/evidence';
import { Failure } from '../failure.ts';

/**
 * The streams that make a programme.
 * @throws {Failure} `unknown-stream` where there is no such programme
 */
export async function streamsOf(log: Pick<OpenedLog, 'streams'>, load: Load, tenant: string, programme: string): Promise<readonly string[]> {
  const streams = await streamsOfProgramme(log, load, tenant, programme);
  if (!streams) throw new Failure('unknown-stream', `There is no programme "${programme}" in ${tenant}.`);
  return streams;
}
