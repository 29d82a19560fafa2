import { z } from 'zod';
import { on } from '../kernel/command.ts';
import { refuse } from '../kernel/refusal.ts';
import { streamOf } from '../kernel/stream-kind.ts';
import { Prose } from '../kernel/words.ts';
import { ReserveExpired } from '../project/selection/selection.ts';
import { today } from './call.ts';
import { lastDayOfReserve } from './reserve.ts';
import { ReserveClosed } from './selection.ts';
import { reserveCommand } from './waiting-known.ts';

export const closeReserve = reserveCommand({
  name: 'close-reserve',
  says: { en: 'Close the reserve list', fr: 'Clore la liste complémentaire' },
  about:
    'Ends the reserve list of a call: those who still wait there are not selected, and are told so. The process does it once the list has held for as long as the policy says; an administrator can do it earlier, with the reason.',
  data: z.strictObject({ earlyBecause: Prose.optional() }),
  example: { earlyBecause: 'The envelope is spent, and the next call opens in May.' },
  refuses: ['nobody-in-reserve', 'reserve-still-holds'],

  decide(state, { data: { earlyBecause }, at }, known) {
    const until = lastDayOfReserve(state, known.programme);
    if (until === undefined) return refuse('nobody-in-reserve');
    const early = today(known, at) <= until;
    if (early && earlyBecause === undefined) return refuse('reserve-still-holds', { until });
    const applications = state.reserve.waiting.map(({ application }) => application);
    const waiting = applications.filter((application) => known.inReserve[application]);
    const closed = ReserveClosed({ applications, ...(early && { earlyBecause }) });
    return [closed, ...waiting.map((application) => on(streamOf('project', application), ReserveExpired({})))];
  },
});
