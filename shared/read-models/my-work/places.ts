import { call, type Load, programme, type Sitting, sittingObligations, streamOf } from '@jalon/domain';
import type { CallSeen, ProjectSeen } from '../folding/context.ts';
import { titleOf } from '../portfolio/portfolio.ts';
import type { Workplace } from './work.ts';

/** A project, where something is due. */
export const projectPlace = (seen: ProjectSeen): Workplace => ({
  stream: streamOf('project', seen.id),
  title: titleOf(seen),
  stage: seen.state.stage,
  programme: seen.programmeId,
  obligations: seen.obligations,
});

/** A call, where something is due. */
export const callPlace = ({ id, state: { terms, stage }, obligations }: CallSeen): Workplace => ({
  stream: streamOf('call', id),
  title: terms.title,
  stage,
  programme: terms.programme,
  obligations,
});

/** A sitting of a committee, where something is due: by the title of its call, or where it has none of its programme. Undefined for one that does not exist. */
export async function sittingPlace(id: string, state: Sitting, load: Load): Promise<Workplace | undefined> {
  const { stage, convocation } = state;
  if (stage === 'none') return undefined;
  const its = await load(programme, convocation.programme);
  const title = convocation.call === undefined ? its.identity.name : (await load(call, convocation.call)).terms.title;
  return { stream: streamOf('sitting', id), title, stage, programme: convocation.programme, obligations: sittingObligations(state, its) };
}
