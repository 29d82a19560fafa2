import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { on } from '../kernel/command.ts';
import { refuse } from '../kernel/refusal.ts';
import { streamOf } from '../kernel/stream-kind.ts';
import { conflictOf } from '../project/review/declare-conflict.ts';
import { ConflictNature } from '../project/review/review.ts';
import { agendaCommand } from './agenda-known.ts';
import { itemOf } from './convocation.ts';
import { deliberatedOn } from './deliberation.ts';
import { MemberRecused } from './presence.ts';

export const recuse = agendaCommand({
  name: 'recuse',
  says: { en: 'Recuse oneself from an item', fr: 'Se déporter sur un point' },
  about:
    'A member says what ties them to an applicant and takes no part in the item: a vote that they cast on it counts no more, and they no longer count for its quorum. The conflict of interest is declared on the project in the same append.',
  data: z.strictObject({ item: ThingId, nature: ConflictNature }),
  example: { item: 'item-1', nature: 'board-member' },
  refuses: ['sitting-over', 'not-a-member', 'item-unknown', 'item-concluded-already', 'recused-already'],

  decide({ stage, convocation, presence, deliberation }, { data: { item, nature }, by }, { policy, projects }) {
    if (stage !== 'convened' && stage !== 'open') return refuse('sitting-over', { stage });
    if (!convocation.members[by.id]) return refuse('not-a-member', { persons: [by.id] });
    const asked = itemOf(convocation, item);
    if (!asked) return refuse('item-unknown', { item });
    if (deliberatedOn(deliberation, item).concluded) return refuse('item-concluded-already', { item });
    if (presence.recused[item]?.includes(by.id)) return refuse('recused-already', { item });
    const recused = MemberRecused({ member: by.id, item, nature });
    const about = projects[asked.project]?.project;
    if (!about || about.conflicts[by.id]) return recused;
    return [recused, on(streamOf('project', asked.project), conflictOf(about, by.id, nature, policy))];
  },
});
