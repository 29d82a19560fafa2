import { facet } from '../kernel/facet.ts';
import { SittingAdjourned, SittingCancelled, SittingConvened } from './convocation.ts';
import { MinutesSigned } from './minutes.ts';
import { SittingOpened } from './presence.ts';

/** `held`: its minutes are signed. */
export type SittingStage = 'none' | 'convened' | 'open' | 'held' | 'cancelled';

export const stage = facet('none' as SittingStage, [SittingConvened, SittingOpened, SittingAdjourned, MinutesSigned, SittingCancelled], {
  'sitting-convened': () => 'convened',
  'sitting-opened': () => 'open',
  'sitting-adjourned': () => 'convened',
  'minutes-signed': (now, { final }) => (final ? 'held' : now),
  'sitting-cancelled': () => 'cancelled',
});
