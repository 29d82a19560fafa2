/** What an attachment may be: its media type, how its files end, and how its bytes show that they are of that type. */
export interface Media {
  readonly type: string;
  readonly ending: string;
  /** The most bytes that one may have. */
  readonly limit: number;
  /** Whether a file can begin like this; `head` is its first bytes, HEAD of them where it has as many. */
  readonly begins?: (head: Buffer) => boolean;
  /** What stands in every file of the type, uncompressed. */
  readonly holds?: string;
  /** What stands in none that is accepted. */
  readonly never?: string;
  /** Whether a byte can stand in it. */
  readonly allows?: (byte: number) => boolean;
}

/** How many of its first bytes show what a file is. */
export const HEAD = 128;

const MEGABYTE = 1_000_000;

const beginsWith =
  (...bytes: readonly number[]) =>
  (head: Buffer): boolean =>
    head.subarray(0, bytes.length).equals(Buffer.from(bytes));

const isZip = beginsWith(0x50, 0x4b, 0x03, 0x04);

/** An Office Open XML file (ECMA-376) is a ZIP whose parts have fixed names; one with macros is refused under any name. */
const office = (type: string, ending: string, part: string): Media => ({
  type: `application/vnd.openxmlformats-officedocument.${type}`,
  ending,
  limit: 50 * MEGABYTE,
  begins: isZip,
  holds: part,
  never: 'vbaProject.bin',
});

/** An OpenDocument file is a ZIP whose first entry, not compressed, is named `mimetype` and holds its type (OpenDocument 1.3, part 2, 3.3). */
function openDocument(kind: string, ending: string): Media {
  const type = `application/vnd.oasis.opendocument.${kind}`;
  const begins = (head: Buffer): boolean =>
    isZip(head) && head.readUInt32LE(22) === type.length && head.subarray(30, 38 + type.length).toString('latin1') === `mimetype${type}`;
  return { type, ending, limit: 50 * MEGABYTE, begins: (head) => head.length >= 38 + type.length && begins(head) };
}

/** A control character other than tab, line feed, form feed and carriage return stands in no text. */
const isText = (byte: number): boolean => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d;
const text = (type: string, ending: string): Media => ({ type, ending, limit: 10 * MEGABYTE, allows: isText });

export const media: readonly Media[] = [
  { type: 'application/pdf', ending: 'pdf', limit: 50 * MEGABYTE, begins: beginsWith(0x25, 0x50, 0x44, 0x46, 0x2d) },
  { type: 'image/png', ending: 'png', limit: 20 * MEGABYTE, begins: beginsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  { type: 'image/jpeg', ending: 'jpg', limit: 20 * MEGABYTE, begins: beginsWith(0xff, 0xd8, 0xff) },
  office('wordprocessingml.document', 'docx', 'word/document.xml'),
  office('spreadsheetml.sheet', 'xlsx', 'xl/workbook.xml'),
  openDocument('text', 'odt'),
  openDocument('spreadsheet', 'ods'),
  text('text/csv', 'csv'),
  text('text/plain', 'txt'),
];

/** The kind of file that a Content-Type names, parameters aside; undefined for one that is not taken. */
export function mediaOf(contentType: string | undefined): Media | undefined {
  const named = contentType?.split(';')[0]?.trim().toLowerCase();
  return media.find(({ type }) => type === named);
}
