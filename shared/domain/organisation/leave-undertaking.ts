import { z } from 'zod';
import { on } from '../kernel/command.ts';
import { refuse } from '../kernel/refusal.ts';
import { streamOf } from '../kernel/stream-kind.ts';
import { organisationCommand } from './organisation.ts';
import { MemberLeft, UndertakingLeft } from './undertaking.ts';

export const leaveUndertaking = organisationCommand({
  name: 'leave-undertaking',
  says: { en: 'Leave a single undertaking', fr: 'Détacher d’une entreprise unique' },
  about: 'Records that the organisation is no longer of its group’s single undertaking. The aids that it was granted go with it.',
  data: z.strictObject({}),
  example: {},
  refuses: ['not-in-undertaking'],

  decide({ undertaking: { head } }, { id }) {
    if (head === undefined) return refuse('not-in-undertaking');
    return [UndertakingLeft({ head }), on(streamOf('organisation', head), MemberLeft({ member: id }))];
  },
});
