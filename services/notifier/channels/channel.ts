import type { FunderOf } from '@jalon/event-bus';
import type { Notice } from '../telling/notice.ts';

/** How an attempt went: sent; still pending, to be tried again; failed for good; or stopped, because the endpoint wants no more. */
export interface Outcome {
  readonly state: 'sent' | 'pending' | 'failed' | 'stopped';
  readonly detail: string;
}

/** Sends a notice to an address. A throw counts as pending. */
export type Send = (address: string, notice: Notice, to: FunderOf) => Promise<Outcome>;
