import { contentOf } from '@jalon/domain/sealing';

/** An address of somebody as the ledger keeps it: sealed. Those of decisions from before addresses were sealed stand as they are. */
export function addressInLedger(address: unknown): string {
  const content = contentOf(address);
  if (content === undefined) throw new Error('An address is neither sealed nor a text.');
  return typeof content === 'string' ? content : JSON.stringify(content);
}

/** What the ledger keeps, to be opened. */
export const addressFromLedger = (address: string): unknown => (address.startsWith('{') ? JSON.parse(address) : address);
