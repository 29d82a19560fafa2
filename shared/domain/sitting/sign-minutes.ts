import { z } from 'zod';
import { on, type Placed } from '../kernel/command.ts';
import { refuse } from '../kernel/refusal.ts';
import { streamOf } from '../kernel/stream-kind.ts';
import { AvisGiven } from '../project/avis/avis.ts';
import { deliberatedOn } from './deliberation.ts';
import { MinutesSigned } from './minutes.ts';
import { type Sitting, sittingCommand } from './sitting.ts';

export const signMinutes = sittingCommand({
  name: 'sign-minutes',
  says: { en: 'Sign the minutes', fr: 'Signer le procès-verbal' },
  about:
    'Whoever presides and a second person sign what was concluded, in any order. With the second signature the sitting is over, and each opinion stands on its project.',
  data: z.strictObject({}),
  example: {},
  refuses: ['sitting-not-open', 'items-not-concluded', 'minutes-signed-already', 'presiding-must-sign'],

  decide(state, { id, by }) {
    const { stage, convocation, deliberation, minutes, presence } = state;
    if (stage !== 'open') return refuse('sitting-not-open', { stage });
    const open = convocation.items.filter(({ item }) => !deliberatedOn(deliberation, item).concluded).map(({ item }) => item);
    if (open.length > 0) return refuse('items-not-concluded', { items: open });
    if (minutes.includes(by.id)) return refuse('minutes-signed-already');
    if (minutes.length === 0) return MinutesSigned({ signatory: by.id, final: false });
    if (![...minutes, by.id].includes(presence.presiding)) return refuse('presiding-must-sign');
    return [MinutesSigned({ signatory: by.id, final: true }), ...opinions(id, state)];
  },
});

/** Each opinion, placed on its project. */
function opinions(sitting: string, { convocation: { items }, deliberation }: Sitting): Placed[] {
  return items.flatMap(({ item, project, question }): Placed[] => {
    const { concluded } = deliberatedOn(deliberation, item);
    if (!concluded) return [];
    const { avis, reservations, voters } = concluded;
    const given = AvisGiven({ sitting, item, question, avis, reservations: [...reservations], voters: [...voters] });
    return [on(streamOf('project', project), given)];
  });
}
