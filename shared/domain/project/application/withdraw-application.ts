import { z } from 'zod';
import { AwardReturned } from '../../call/selection.ts';
import { on } from '../../kernel/command.ts';
import { refuse } from '../../kernel/refusal.ts';
import { streamOf } from '../../kernel/stream-kind.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { isBeforeTheAuthority } from './answer.ts';
import { ApplicationWithdrawn } from './application.ts';

export const withdrawApplication = projectCommand({
  name: 'withdraw-application',
  says: { en: 'Withdraw the application', fr: 'Se désister' },
  about:
    'The holder gives the application up, at any stage before the agreement is signed (désistement): the project ends there. What the call had committed to it returns to the envelope, and its place on the reserve list is free.',
  data: z.strictObject({ reasons: Prose.optional() }),
  example: { reasons: 'The municipalities found other funding.' },
  refuses: ['agreement-already-signed', 'nothing-to-withdraw'],

  decide(state, { id, data }) {
    const { stage, agreement, funding, selected, application } = state;
    if (agreement) return refuse('agreement-already-signed');
    if (stage !== 'draft' && stage !== 'agreement' && !isBeforeTheAuthority(state)) return refuse('nothing-to-withdraw', { stage });
    const withdrawn = ApplicationWithdrawn({ outcome: 'withdrawn', ...data });
    const committed = stage === 'selected' || stage === 'agreement' ? (funding.awarded?.shares ?? selected?.shares ?? []) : [];
    // From the reserve list nothing comes back, but the call has to know that nobody waits there any more.
    if (committed.length === 0 && stage !== 'reserve') return withdrawn;
    const returned = AwardReturned({ application: id, shares: [...committed], because: 'withdrawn' });
    return [withdrawn, on(streamOf('call', application.call), returned)];
  },
});
