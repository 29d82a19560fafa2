/** What a spreadsheet would take for a formula, or for the beginning of one (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** One field (RFC 4180). Text that a spreadsheet would run is kept from it by an apostrophe before it. */
function field(value: string | number): string {
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV with a byte order mark, so that spreadsheets read it as UTF-8; fields are parted by semicolons, as French ones expect. */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(field).join(';')}\r\n`).join('')}`;
