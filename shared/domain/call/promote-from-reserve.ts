import { z } from 'zod';
import { on } from '../kernel/command.ts';
import { refuse } from '../kernel/refusal.ts';
import { streamOf } from '../kernel/stream-kind.ts';
import { ApplicationSelected, withReservations } from '../project/selection/selection.ts';
import { nextInReserve } from './reserve.ts';
import { PromotedFromReserve } from './selection.ts';
import { reserveCommand } from './waiting-known.ts';

export const promoteFromReserve = reserveCommand({
  name: 'promote-from-reserve',
  says: { en: 'Promote from the reserve list', fr: 'Retenir sur la liste complémentaire' },
  about:
    'When money came back or the envelope grew: selects the next of the reserve list, by rank, as soon as every funder’s part of the envelope, less what is committed and kept back, has room for what they asked.',
  data: z.strictObject({}),
  example: {},
  refuses: ['selection-not-concluded', 'nobody-to-promote'],

  decide(state, _, { programme, inReserve }) {
    const { stage, reserve } = state;
    if (stage !== 'concluded') return refuse('selection-not-concluded', { stage });
    const waiting = reserve.waiting.filter(({ application }) => inReserve[application]);
    const next = nextInReserve({ ...state, reserve: { waiting } }, programme);
    if (!next) return refuse('nobody-to-promote', { waiting: waiting.length });
    const { application, rank, total, requested: amount } = next;
    const shares = [...next.shares];
    const reservations = inReserve[application]?.avis.selection?.reservations ?? [];
    return [
      PromotedFromReserve({ application, rank, amount, shares }),
      on(streamOf('project', application), ApplicationSelected({ rank, total, amount, shares, ...withReservations(reservations) })),
    ];
  },
});
