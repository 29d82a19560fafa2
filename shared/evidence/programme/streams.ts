import type { DecisionLog } from '@jalon/decision-log';
import { AUTHORITY, call, type Load, project, sitting, streamOf } from '@jalon/domain';

/**
 * The streams that make a programme: its own, its calls and their registers, its projects and sittings, and the authority, whose roles every decision rests on.
 * @returns in order of their names; undefined where the tenant has no such programme
 */
export async function streamsOfProgramme(
  log: Pick<DecisionLog, 'streams'>,
  load: Load,
  tenant: string,
  programme: string,
): Promise<readonly string[] | undefined> {
  const ids = async (kind: string) => Object.keys(await log.streams(tenant, `${kind}-`)).map((stream) => stream.slice(kind.length + 1));
  if (!(await ids('programme')).includes(programme)) return undefined;
  const streams = [streamOf('programme', programme), streamOf('organisation', AUTHORITY)];
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
