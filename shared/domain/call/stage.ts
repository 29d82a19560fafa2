import { z } from 'zod';
import { decision, type Moment, momentOf } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { Prose } from '../kernel/words.ts';
import { SelectionConcluded } from './selection.ts';
import { CallDrafted } from './terms.ts';

export type CallStage = 'none' | 'draft' | 'published' | 'open' | 'closed' | 'concluded';

const Nothing = z.strictObject({});
export const CallPublished = decision('call-published', 1, Nothing);
export const CallOpened = decision('call-opened', 1, Nothing);
/** `earlyBecause` where the call was closed before the end of its closing day. */
export const CallClosed = decision('call-closed', 1, z.strictObject({ earlyBecause: Prose.optional() }));

export const stage = facet('none' as CallStage, [CallDrafted, CallPublished, CallOpened, CallClosed, SelectionConcluded], {
  'call-drafted': () => 'draft',
  'call-published': () => 'published',
  'call-opened': () => 'open',
  'call-closed': () => 'closed',
  'selection-concluded': () => 'concluded',
});

/** The moments that the call's due dates count from. */
export interface Calendar {
  readonly published?: Moment;
  readonly closed?: Moment;
}

export const calendar = facet({} as Calendar, [CallPublished, CallClosed], {
  'call-published': (all, _, happened) => ({ ...all, published: momentOf(happened) }),
  'call-closed': (all, _, happened) => ({ ...all, closed: momentOf(happened) }),
});
