import { z } from 'zod';
import { today } from '../../call/call.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Day } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { barredFromAssessing, whyBarred } from '../srl/who-assesses.ts';
import { isPhase } from '../stage.ts';
import { ConditionNumber, GateConditionConfirmed } from './conditions.ts';

export const confirmCondition = projectCommand({
  name: 'confirm-condition',
  says: { en: 'Confirm a condition of a gate', fr: 'Lever une condition de passage' },
  about:
    'Finds a condition of a gate met, or not yet, perhaps with another day. Done by another person than the one who reported on it, who neither holds nor accompanies the project.',
  data: z.strictObject({ condition: ConditionNumber, outcome: z.enum(['met', 'not-met']), evidence: Prose, dueOn: Day.optional() }),
  example: { condition: 1, outcome: 'met', evidence: 'The signed partnership is in the file.' },
  refuses: [
    'not-in-a-phase',
    ...barredFromAssessing,
    'gate-condition-unknown',
    'gate-condition-confirmed',
    'gate-condition-not-reported',
    'second-person-needed',
    'condition-day-past',
  ],

  decide(state, { data, by, at }, known) {
    const { stage, conditions } = state;
    if (!isPhase(stage)) return refuse('not-in-a-phase', { stage });
    const barred = whyBarred(state, by);
    if (barred) return barred;
    const { condition, outcome, evidence, dueOn } = data;
    const set = conditions.find((one) => one.condition === condition);
    if (!set) return refuse('gate-condition-unknown', { condition });
    if (set.confirmed) return refuse('gate-condition-confirmed', { condition });
    if (!set.reported) return refuse('gate-condition-not-reported', { condition });
    if (set.reported.by === by.id) return refuse('second-person-needed');
    if (outcome === 'met' || dueOn === undefined) return GateConditionConfirmed({ condition, outcome, evidence });
    return dueOn > today(known, at) ? GateConditionConfirmed(data) : refuse('condition-day-past', { dueOn });
  },
});
