import { z } from 'zod';
import { decision, type Moment, momentOf } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { Prose } from '../kernel/words.ts';
import { SelectionConcluded } from './selection.ts';
import { CallAmended, CallDrafted } from './terms.ts';

export type CallStage = 'none' | 'draft' | 'published' | 'open' | 'closed' | 'concluded' | 'cancelled';

/** Whether the call has come to its end: its selection is concluded, or it was given up. */
export const isDecided = (stage: CallStage): boolean => stage === 'concluded' || stage === 'cancelled';

const Nothing = z.strictObject({});
export const CallPublished = decision('call-published', 1, Nothing);
export const CallOpened = decision('call-opened', 1, Nothing);
/** `earlyBecause` where the call was closed before the end of its closing day. */
export const CallClosed = decision('call-closed', 1, z.strictObject({ earlyBecause: Prose.optional() }));
/** Given up before its selection (déclaration sans suite): every application that waited ended with it. */
export const CallCancelled = decision('call-cancelled', 1, z.strictObject({ reasons: Prose }));

export const stage = facet('none' as CallStage, [CallDrafted, CallPublished, CallOpened, CallClosed, SelectionConcluded, CallCancelled], {
  'call-drafted': () => 'draft',
  'call-published': () => 'published',
  'call-opened': () => 'open',
  'call-closed': () => 'closed',
  'selection-concluded': () => 'concluded',
  'call-cancelled': () => 'cancelled',
});

/** The moments that the call's due dates count from. */
export interface Calendar {
  readonly published?: Moment;
  readonly closed?: Moment;
  readonly concluded?: Moment;
  /** The decision that last set the closing, and the selection day, where the call was amended. */
  readonly closingSet?: Moment;
  readonly selectionSet?: Moment;
}

export const calendar = facet({} as Calendar, [CallPublished, CallClosed, SelectionConcluded, CallAmended], {
  'call-published': (all, _, happened) => ({ ...all, published: momentOf(happened) }),
  'call-closed': (all, _, happened) => ({ ...all, closed: momentOf(happened) }),
  'selection-concluded': (all, _, happened) => ({ ...all, concluded: momentOf(happened) }),
  'call-amended': (all, { closesOn, selectionOn }, happened) => ({
    ...all,
    ...(closesOn !== undefined && { closingSet: momentOf(happened) }),
    ...(selectionOn !== undefined && { selectionSet: momentOf(happened) }),
  }),
});
