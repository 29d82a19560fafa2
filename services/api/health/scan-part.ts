import type { Scan } from '../attachments/scan/scan.ts';
import type { Part, Readiness } from './readiness.ts';

const OFF = 'Attachments are not scanned for malware: JALON_CLAMD_ADDRESS is not set.';
const DOWN = 'The scanner of attachments does not answer: none is taken until it does. Decisions are not affected.';

/** The same, with what scans attachments among the parts. */
export async function withScan(state: Readiness, scan: Scan | undefined): Promise<Readiness> {
  const part: Part =
    scan === undefined ? { status: 'off', detail: OFF } : (await scan.answers()) ? { status: 'ok' } : { status: 'down', detail: DOWN };
  return { status: state.status === 'ok' && part.status === 'down' ? 'lagging' : state.status, parts: { ...state.parts, scan: part } };
}
