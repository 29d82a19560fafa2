import { z } from 'zod';
import { commandsOf, on } from '../kernel/command.ts';
import { refuse } from '../kernel/refusal.ts';
import { streamOf } from '../kernel/stream-kind.ts';
import { Prose } from '../kernel/words.ts';
import type { PolicyKnown } from '../programme/programme.ts';
import { project } from '../project/project.ts';
import { CancelledWithCall } from '../project/selection/selection.ts';
import { register } from '../register/register.ts';
import { call, callKnown } from './call.ts';
import { CallCancelled, isDecided } from './stage.ts';

/** Cancelling also reads where every application of the call stands. */
interface CancellationKnown extends PolicyKnown {
  readonly applications: readonly { readonly application: string; readonly stage: string }[];
}

const cancellationCommand = commandsOf(call, async (state, asked, load): Promise<CancellationKnown> => {
  const known = await callKnown(state, asked, load);
  if (isDecided(state.stage)) return { ...known, applications: [] };
  const { applications } = await load(register, asked.id);
  const projects = await Promise.all(applications.map((application) => load(project, application)));
  return { ...known, applications: applications.map((application, index) => ({ application, stage: projects[index]!.stage })) };
});

/** Stages in which an application waits for nothing more from its call. */
const answered: readonly string[] = ['none', 'ineligible', 'not-selected', 'refused', 'ended'];

export const cancelCall = cancellationCommand({
  name: 'cancel-call',
  says: { en: 'Cancel the call', fr: 'Déclarer l’appel sans suite' },
  about:
    'Gives a call up before its selection, with reasons. Every application that is still written or judged ends with it and its holder is told; those already found ineligible stay as they are.',
  data: z.strictObject({ reasons: Prose }),
  example: { reasons: 'The programme’s budget for the year was not voted.' },
  refuses: ['call-decided-already'],

  decide({ stage }, { data }, { applications }) {
    if (isDecided(stage)) return refuse('call-decided-already', { stage });
    const waiting = applications.filter(({ stage: at }) => !answered.includes(at));
    return [CallCancelled(data), ...waiting.map(({ application }) => on(streamOf('project', application), CancelledWithCall(data)))];
  },
});
