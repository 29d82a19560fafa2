import type { DecisionLog } from '@jalon/decision-log';
import { call, type Load, parseStream, project } from '@jalon/domain';

/** The calls of a programme and the projects that answer them: their dates rest on its policy. */
export async function concernedBy(
  programmeStream: string,
  tenant: string,
  log: Pick<DecisionLog, 'streams'>,
  load: Load,
): Promise<readonly string[]> {
  const { id: programme } = parseStream(programmeStream);
  const calls = new Set<string>();
  for (const stream of Object.keys(await log.streams(tenant, 'call-'))) {
    const { terms } = await load(call, parseStream(stream).id);
    if (terms.programme === programme) calls.add(stream);
  }
  const projects: string[] = [];
  for (const stream of Object.keys(await log.streams(tenant, 'project-'))) {
    const { application } = await load(project, parseStream(stream).id);
    if (calls.has(`call-${application.call}`)) projects.push(stream);
  }
  return [...calls, ...projects];
}
