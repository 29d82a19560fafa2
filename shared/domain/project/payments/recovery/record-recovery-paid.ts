import { z } from 'zod';
import { today } from '../../../call/call.ts';
import { Cents } from '../../../kernel/money.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { Day, dayOf } from '../../../kernel/time.ts';
import { Title } from '../../../kernel/words.ts';
import { shareOut, totalOf } from '../../../programme/shares.ts';
import { isOnFile } from '../../checks/control-period.ts';
import { isHolder, projectCommand } from '../../project.ts';
import { owedOn, RecoveryNumber, RecoveryPaid } from './recovery.ts';

export const recordRecoveryPaid = projectCommand({
  name: 'record-recovery-paid',
  says: { en: 'Record a repayment', fr: 'Enregistrer un reversement' },
  about:
    'The public accountant records what the holder paid back of a claim, in whole or in part; each funder gets its share. Not by whoever issued the claim.',
  data: z.strictObject({ recovery: RecoveryNumber, amount: Cents.min(1), paidOn: Day, reference: Title }),
  example: { recovery: 1, amount: 120_000, paidOn: '2029-04-02', reference: 'Virement reçu 2029-00118' },
  refuses: [
    'project-not-running',
    'not-by-the-holder',
    'recovery-not-ordered',
    'recovery-closed',
    'payer-took-part',
    'paid-out-of-time',
    'beyond-recovery',
  ],

  decide(state, { data: { recovery, amount, paidOn, reference }, by, at }, known) {
    const claim = state.recoveries[recovery];
    if (!isOnFile(state)) return refuse('project-not-running', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (!claim?.ordered) return refuse('recovery-not-ordered', { recovery });
    const owed = owedOn(claim);
    if (totalOf(owed) === 0) return refuse('recovery-closed', { recovery });
    if (claim.ordered.by === by.id) return refuse('payer-took-part');
    const orderedOn = dayOf(claim.ordered.at, known.programme.identity.timeZone);
    if (paidOn < orderedOn || paidOn > today(known, at)) return refuse('paid-out-of-time', { paidOn, orderedOn });
    if (amount > totalOf(owed)) return refuse('beyond-recovery', { recovery, owed: totalOf(owed) });
    return RecoveryPaid({ recovery, amount, shares: shareOut(amount, owed), paidOn, reference });
  },
});
