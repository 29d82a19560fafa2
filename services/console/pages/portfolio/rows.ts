import type { Answer } from '../../api/read.ts';

export type Row = Answer<'/v1/projects'>['items'][number];

/** What the portfolio is narrowed to. It stands in the address, so that a view can be linked to and kept. */
export interface Filters {
  readonly words: string;
  readonly stage: string;
  /** A phase, or `none` for projects that are in none. */
  readonly phase: string;
  /** The SRL level reached; 0 for none. */
  readonly level: string;
}

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

export function narrowed(rows: readonly Row[], { words, stage, phase, level }: Filters): Row[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (stage && row.stage !== stage) return false;
    if (phase && (row.phase ?? 'none') !== phase) return false;
    if (level && (row.srl?.reached ?? 0) !== Number(level)) return false;
    if (wanted.length === 0) return true;
    const said = folded(`${row.title.fr} ${row.title.en} ${row.organisation ?? ''} ${row.project}`);
    return wanted.every((word) => said.includes(word));
  });
}

/** A field of a CSV file (RFC 4180); what a spreadsheet would take for a formula is made text. */
const field = (value: string | number | undefined): string => {
  const text = value === undefined ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text;
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** What is shown, as a file that spreadsheets here open: semicolons, and a byte order mark for the accents. */
export const csvOf = (header: readonly string[], lines: readonly (readonly (string | number | undefined)[])[]): Blob =>
  new Blob([`\ufeff${[header, ...lines].map((line) => line.map(field).join(';')).join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' });

export function download(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
