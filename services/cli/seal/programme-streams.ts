import type { OpenedLog } from '@jalon/decision-log';
import { AUTHORITY, call, type Load, project, sitting, streamOf } from '@jalon/domain';
import { Failure } from '../failure.ts';

/**
 * The streams that make a programme: its own, its calls and their registers, its projects and sittings, and the authority, whose roles every decision rests on.
 * @throws {Failure} `unknown-stream` where there is no such programme
 */
export async function streamsOf(log: Pick<OpenedLog, 'streams'>, load: Load, tenant: string, programme: string): Promise<readonly string[]> {
  const ids = async (kind: string) => Object.keys(await log.streams(tenant, `${kind}-`)).map((stream) => stream.slice(kind.length + 1));
  const own = streamOf('programme', programme);
  if (!(await ids('programme')).includes(programme)) throw new Failure('unknown-stream', `There is no programme "${programme}" in ${tenant}.`);
  const streams = [own, streamOf('organisation', AUTHORITY)];
  const calls = new Set<string>();
  for (const id of await ids('call')) {
    if ((await load(call, id)).terms.programme === programme) calls.add(id);
  }
  for (const id of await ids('project')) {
    const { application, caseStudy } = await load(project, id);
    if (calls.has(application.call) || caseStudy?.programme === programme) streams.push(streamOf('project', id));
  }
  for (const id of await ids('sitting')) if ((await load(sitting, id)).convocation.programme === programme) streams.push(streamOf('sitting', id));
  const registers = new Set(await ids('register'));
  for (const id of calls) streams.push(streamOf('call', id), ...(registers.has(id) ? [streamOf('register', id)] : []));
  return streams.sort();
}
