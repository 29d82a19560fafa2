import { z } from 'zod';
import { today } from '../../call/call.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Day } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { isPhase } from '../stage.ts';
import { AgreementSuspended } from './agreement.ts';
import { inForce } from './in-force.ts';

export const suspendAgreement = projectCommand({
  name: 'suspend-agreement',
  says: { en: 'Suspend the agreement', fr: 'Suspendre la convention' },
  about:
    'Stops a phase for a time: its deadlines and its SRL reviews stand still until the agreement is resumed, and then count on from where they stood. The agreement is resumed or terminated by the day given, or by the policy’s.',
  data: z.strictObject({ reasons: Prose, until: Day.optional() }),
  example: { reasons: 'The premises are closed after a flood.', until: '2028-09-30' },
  refuses: ['not-in-a-phase', 'agreement-not-in-force', 'suspension-ends-in-the-past'],

  decide(state, { data, at }, known) {
    const { stage, phases } = state;
    if (!isPhase(stage) || !phases.current) return refuse('not-in-a-phase', { stage });
    if (!inForce(state)) return refuse('agreement-not-in-force', { stage });
    if (data.until && data.until < today(known, at)) return refuse('suspension-ends-in-the-past', { until: data.until });
    return AgreementSuspended({ phase: phases.current, ...data });
  },
});
