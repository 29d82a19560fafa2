import { z } from 'zod';
import { PersonId } from '../kernel/actor.ts';
import { refuse } from '../kernel/refusal.ts';
import { isBefore } from '../kernel/time.ts';
import { type AgendaKnown, agendaCommand, barredFrom } from './agenda-known.ts';
import { SittingOpened } from './presence.ts';
import { quorumOf } from './quorum.ts';
import type { Sitting } from './sitting.ts';

export const openSitting = agendaCommand({
  name: 'open-sitting',
  says: { en: 'Open the sitting', fr: 'Ouvrir la séance' },
  about:
    'Records who attends and opens the sitting, from its instant on, where enough voting members attend or are represented. The chair presides; where the chair is away, a voting member who attends.',
  data: z.strictObject({ attending: z.array(PersonId).min(1).max(100), presiding: PersonId.optional() }),
  example: { attending: ['member-1', 'member-2', 'member-3', 'researcher-1'] },
  refuses: ['sitting-not-convened', 'sitting-to-come', 'not-a-member', 'nobody-presides', 'quorum-not-met'],

  decide(state, { data, at }, { policy, projects }) {
    const { stage, convocation, presence } = state;
    if (stage !== 'convened') return refuse('sitting-not-convened', { stage });
    if (isBefore(at, convocation.heldAt)) return refuse('sitting-to-come', { heldAt: convocation.heldAt });
    const attending = [...new Set(data.attending)];
    const strangers = attending.filter((person) => !convocation.members[person]);
    if (strangers.length > 0) return refuse('not-a-member', { persons: strangers });
    const presiding = data.presiding ?? convocation.chair;
    const presides = attending.includes(presiding) && convocation.members[presiding] === 'deliberative';
    if (!presides) return refuse('nobody-presides', { presiding });
    const quorum = quorumOf({ convocation, presence: { ...presence, attending } }, barredThroughout(state, projects), policy.committee);
    return quorum.present < quorum.needed ? refuse('quorum-not-met', { ...quorum }) : SittingOpened({ attending, presiding });
  },
});

/** Who takes no part in any item. */
function barredThroughout(state: Sitting, projects: AgendaKnown['projects']): ReadonlySet<string> {
  const barred = state.convocation.items.map((item) => barredFrom(state, item, projects));
  return new Set(Object.keys(state.convocation.members).filter((person) => barred.every((from) => from.has(person))));
}
