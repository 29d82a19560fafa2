import { z } from 'zod';
import { commandsOf, on } from '../kernel/command.ts';
import { refuse } from '../kernel/refusal.ts';
import { streamOf } from '../kernel/stream-kind.ts';
import { Prose } from '../kernel/words.ts';
import type { PolicyKnown } from '../programme/programme.ts';
import { project } from '../project/project.ts';
import { CancelledWithCall } from '../project/selection/selection.ts';
import { register } from '../register/register.ts';
import { SittingCancelled } from '../sitting/convocation.ts';
import { type Sitting, sitting } from '../sitting/sitting.ts';
import { call, callKnown } from './call.ts';
import { CommitteeCalledOff } from './committee.ts';
import { CallCancelled, isDecided } from './stage.ts';

/** Cancelling also reads where every application of the call stands, and the sittings convened to it. */
interface CancellationKnown extends PolicyKnown {
  readonly applications: readonly { readonly application: string; readonly stage: string }[];
  readonly sittings: readonly (readonly [id: string, state: Sitting])[];
}

const cancellationCommand = commandsOf(call, async (state, asked, load): Promise<CancellationKnown> => {
  const known = await callKnown(state, asked, load);
  if (isDecided(state.stage)) return { ...known, applications: [], sittings: [] };
  const { applications } = await load(register, asked.id);
  const projects = await Promise.all(applications.map((application) => load(project, application)));
  const sittings = await Promise.all(state.committee.sittings.map(async (id) => [id, await load(sitting, id)] as const));
  return { ...known, applications: applications.map((application, index) => ({ application, stage: projects[index]!.stage })), sittings };
});

/** A sitting that is about this call alone, and has concluded nothing, has nothing left to sit on. One that concluded something is held to its minutes. */
function isIdle({ stage, convocation: { items }, deliberation }: Sitting, applications: readonly string[]): boolean {
  const ofCall = items.every(({ project: id, question }) => question === 'selection' && applications.includes(id));
  return (stage === 'convened' || stage === 'open') && ofCall && !Object.values(deliberation).some(({ concluded }) => concluded);
}

/** Stages in which an application waits for nothing more from its call. */
const answered: readonly string[] = ['none', 'ineligible', 'not-selected', 'refused', 'ended'];

export const cancelCall = cancellationCommand({
  name: 'cancel-call',
  says: { en: 'Cancel the call', fr: 'Déclarer l’appel sans suite' },
  about:
    'Gives a call up before its selection, with reasons. Every application that is still written or judged ends with it and its holder is told; those already found ineligible stay as they are. A sitting of the committee that was convened to this call alone, and has concluded nothing, is cancelled with it.',
  data: z.strictObject({ reasons: Prose }),
  example: { reasons: 'The programme’s budget for the year was not voted.' },
  refuses: ['call-decided-already'],

  decide({ stage }, { data }, { applications, sittings }) {
    if (isDecided(stage)) return refuse('call-decided-already', { stage });
    const waiting = applications.filter(({ stage: at }) => !answered.includes(at));
    const ids = applications.map(({ application }) => application);
    const idle = sittings.filter(([, state]) => isIdle(state, ids)).map(([id]) => id);
    return [
      CallCancelled(data),
      ...idle.map((id) => CommitteeCalledOff({ sitting: id })),
      ...waiting.map(({ application }) => on(streamOf('project', application), CancelledWithCall(data))),
      ...idle.map((id) => on(streamOf('sitting', id), SittingCancelled(data))),
    ];
  },
});
