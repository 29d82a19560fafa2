import { once } from 'node:events';
import { connect } from 'node:net';
import { FoundMalware, type Scan, ScannerUnavailable } from './scan.ts';

const TIMEOUT_MS = 60_000;
const COMMAND = 'zINSTREAM\0';

/**
 * ClamAV's daemon over TCP (clamd(8), INSTREAM): chunks with their length before them, four bytes big-endian, and a length of zero at the end; it answers
 * `stream: OK` or `stream: <name> FOUND`. Its StreamMaxLength has to be that of the largest attachment, 50 MB, or more.
 */
export function clamdScan(address: string): Scan {
  const at = address.lastIndexOf(':');
  const [host, port] = [address.slice(0, at), Number(address.slice(at + 1))];

  async function* through(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const clamd = await conversation(host, port);
    try {
      await clamd.say(COMMAND);
      for await (const chunk of content) {
        if (chunk.length > 0) await clamd.say(lengthOf(chunk.length), chunk);
        yield chunk;
      }
      await clamd.say(lengthOf(0));
      judge(await clamd.answer(), address);
    } finally {
      clamd.end();
    }
  }

  async function answers(): Promise<boolean> {
    const clamd = await conversation(host, port);
    try {
      await clamd.say('zPING\0');
      return (await clamd.answer()) === 'PONG';
    } catch {
      return false;
    } finally {
      clamd.end();
    }
  }

  return { through, answers };
}

/** Throws unless nothing was found. */
function judge(verdict: string, address: string): void {
  const found = /^stream: (.+) FOUND$/.exec(verdict)?.[1];
  if (found !== undefined) throw new FoundMalware(found);
  if (verdict !== 'stream: OK') throw new ScannerUnavailable(`clamd at ${address} gave no verdict: "${verdict}".`);
}

interface Conversation {
  say(...parts: readonly (string | Uint8Array)[]): Promise<void>;
  /** All that came back, up to the end of the answer. */
  answer(): Promise<string>;
  end(): void;
}

async function conversation(host: string, port: number): Promise<Conversation> {
  const socket = connect(port, host);
  let heard = '';
  let lost: Error | undefined;
  const ended = new Promise<void>((resolve) => {
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)));
    socket.on('data', (chunk) => {
      heard += chunk.toString('utf8');
      if (heard.includes('\0')) resolve();
    });
    socket.on('error', (error) => {
      lost = error;
    });
    socket.on('close', () => resolve());
  });
  await Promise.race([once(socket, 'connect').catch(() => undefined), ended]);
  const unavailable = () => new ScannerUnavailable(`clamd at ${host}:${port} does not answer: ${lost?.message ?? 'it hung up'}.`, { cause: lost });

  return {
    async say(...parts) {
      for (const part of parts) {
        if (!socket.writable) break;
        if (!socket.write(part)) await Promise.race([once(socket, 'drain').catch(() => undefined), ended]);
      }
      // It hangs up early on what is too large for it, with its answer already said.
      if (!socket.writable && heard === '') throw unavailable();
    },
    async answer() {
      await ended;
      if (heard === '') throw unavailable();
      return heard.replaceAll('\0', '').trim();
    },
    end: () => void socket.destroy(),
  };
}

function lengthOf(bytes: number): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
