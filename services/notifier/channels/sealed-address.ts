import type { Privacy } from '@jalon/privacy';
import { addressFromLedger } from '../telling/address.ts';
import type { Send } from './channel.ts';

/** Opens an address for one sending. It stands in no outcome, whatever a mail server answers; one that was erased gets nothing more. */
export const toSealedAddress =
  (open: Privacy['open'], send: Send): Send =>
  async (address, notice, to) => {
    const [opened] = await open(to.tenant, [addressFromLedger(address)]);
    if (!opened || 'erased' in opened) return { state: 'stopped', detail: 'the address was erased' };
    const hidden = (text: string) => text.replaceAll(opened.text, '(the address)');
    try {
      const { state, detail } = await send(opened.text, notice, to);
      return { state, detail: hidden(detail) };
    } catch (error) {
      return { state: 'pending', detail: hidden(error instanceof Error ? error.message : String(error)) };
    }
  };
