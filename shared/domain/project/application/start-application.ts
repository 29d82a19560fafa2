import { z } from 'zod';
import { takesDrafts } from '../../call/call.ts';
import { ThingId } from '../../kernel/actor.ts';
import { onWhenever } from '../../kernel/command.ts';
import { refuse } from '../../kernel/refusal.ts';
import { streamOf } from '../../kernel/stream-kind.ts';
import { ApplicationRegistered } from '../../register/register.ts';
import { projectCommand } from '../project.ts';
import { ApplicationStarted } from './application.ts';

export const startApplication = projectCommand({
  name: 'start-application',
  says: { en: 'Start an application', fr: 'Commencer une candidature' },
  about: 'Begins an application to a published call; whoever starts it holds it. It takes the next number of the call’s register.',
  data: z.strictObject({ call: ThingId }),
  example: { call: 'breakthrough-2027' },
  refuses: ['call-unknown', 'call-takes-no-applications'],
  creates: true,

  decide(_, { id, data, by, at }, known) {
    const { stage, terms } = known.call;
    if (stage === 'none') return refuse('call-unknown', { call: data.call });
    if (!takesDrafts(known.call, at, known.programme.identity.timeZone))
      return refuse('call-takes-no-applications', { opensOn: terms.opensOn, closesOn: terms.closesOn });
    return [
      ApplicationStarted({ call: data.call, holder: by.id }),
      onWhenever(streamOf('register', data.call), ApplicationRegistered({ application: id })),
    ];
  },
});
