import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { lastAppealDay } from '../appeal/standing.ts';
import { isHolder, projectCommand } from '../project.ts';
import { awaitsNotification } from './awaits-notification.ts';
import { OutcomeKind, OutcomeNotified, Remedies } from './outcome.ts';

/** Outcomes that an applicant has to be given reasons for, and can appeal against. */
const against: readonly OutcomeKind[] = ['ineligible', 'reserve', 'not-selected', 'refused'];

export const notifyOutcome = projectCommand({
  name: 'notify-outcome',
  says: { en: 'Notify the outcome', fr: 'Notifier la décision' },
  about:
    'Tells the holder what was decided: with reasons where it is a refusal or the reserve list, and with the remedies, the authority and the court that an appeal goes to. The time to appeal counts from here: two months where the remedies are stated, about a year where they are not.',
  data: z.strictObject({ outcome: OutcomeKind, reasons: Prose.optional(), remedies: Remedies.optional() }),
  example: {
    outcome: 'not-selected',
    reasons: 'The application has 54 of the 60 points that the call asks for; the block on research is below half.',
    remedies: { authority: 'Région de Nulle-Part, direction de l’innovation sociale', court: 'Tribunal administratif de Nulle-Part' },
  },
  refuses: ['nothing-to-notify', 'outcome-not-current', 'not-by-the-holder', 'reasons-missing'],

  decide(state, { data, by, at }, { programme }) {
    const current = awaitsNotification(state);
    if (!current) return refuse('nothing-to-notify', { stage: state.stage });
    if (current.kind !== data.outcome) return refuse('outcome-not-current', { outcome: data.outcome, current: current.kind });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    const { id } = current.decided;
    if (!against.includes(current.kind)) return OutcomeNotified({ ...data, decision: id });
    if (data.reasons === undefined) return refuse('reasons-missing');
    const appealUntil = lastAppealDay({ at, id }, data.remedies !== undefined, programme);
    return OutcomeNotified({ ...data, decision: id, appealUntil });
  },
});
