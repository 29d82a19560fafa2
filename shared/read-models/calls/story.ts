import { call } from '@jalon/domain';
import { CallCancelled, CallClosed, CallOpened, CallPublished, facet, SelectionConcluded } from '@jalon/domain/decisions';
import { told } from '../folding/told.ts';

type Selection = Parameters<typeof SelectionConcluded>[0];

/** When the steps of a call were taken, and its selection with the arithmetic. */
export interface CallStory {
  readonly publishedAt?: string;
  readonly openedAt?: string;
  readonly closedAt?: string;
  readonly cancelledAt?: string;
  readonly selection?: Selection & { readonly at: string };
}

const story = facet({} as CallStory, [CallPublished, CallOpened, CallClosed, CallCancelled, SelectionConcluded], {
  'call-published': (all, _, { at }) => ({ ...all, publishedAt: at }),
  'call-opened': (all, _, { at }) => ({ ...all, openedAt: at }),
  'call-closed': (all, _, { at }) => ({ ...all, closedAt: at }),
  'call-cancelled': (all, _, { at }) => ({ ...all, cancelledAt: at }),
  'selection-concluded': (all, selection, { at }) => ({ ...all, selection: { ...selection, at } }),
});

/** A call with its story. */
export const toldCall = told(call, story);
