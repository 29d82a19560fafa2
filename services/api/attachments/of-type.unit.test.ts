import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mediaOf } from './media.ts';
import { NotOfItsType, ofType } from './of-type.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ODT = 'application/vnd.oasis.opendocument.text';

/** A ZIP as far as it is looked at: a local header whose first entry has this name and this content, and then some more. */
function zip(name: string, content: string, more = ''): Buffer {
  const header = Buffer.alloc(30);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt32LE(content.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name + content + more + '\0'.repeat(200), 'latin1')]);
}

const files: Readonly<Record<string, Buffer>> = {
  'application/pdf': Buffer.from('%PDF-1.7\n…'),
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]),
  [WORD]: zip('[Content_Types].xml', 'x'.repeat(70_000), 'word/document.xml'),
  [SHEET]: zip('_rels/.rels', '', 'xl/workbook.xml'),
  [ODT]: zip('mimetype', ODT),
  'application/vnd.oasis.opendocument.spreadsheet': zip('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'),
  'text/csv': Buffer.from('nom;montant\r\nAtelier\t1;2\n'),
  'text/plain': Buffer.from('Évaluation : à revoir.\n', 'latin1'),
};

async function taken(type: string, bytes: Uint8Array, size = 50_000): Promise<Buffer | 'refused'> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const given: Uint8Array[] = [];
  try {
    for await (const chunk of ofType(mediaOf(type)!, chunks())) given.push(chunk);
  } catch (error) {
    if (error instanceof NotOfItsType) return 'refused';
    throw error;
  }
  return Buffer.concat(given);
}

describe('a file that is sent', () => {
  it.each(Object.entries(files))('as %s passes unchanged where it is one', async (type, bytes) => expect(await taken(type, bytes)).toEqual(bytes));

  it.each(Object.keys(files))('as %s is refused where it is any other, unless every text is a table', async (type) => {
    for (const [other, bytes] of Object.entries(files)) {
      if (other === type || (type.startsWith('text/') && (other.startsWith('text/') || other === 'application/pdf'))) continue;
      expect(await taken(type, bytes), other).toBe('refused');
    }
  });

  it('is refused as an office file where it holds macros, wherever they are', async () => {
    const bytes = (type: string) => Buffer.concat([files[type]!, Buffer.from('word/vbaProject.bin')]);
    expect(await taken(WORD, bytes(WORD))).toBe('refused');
    expect(await taken(SHEET, bytes(SHEET))).toBe('refused');
  });

  it('is refused as an OpenDocument text where it is a template, or ends in the middle of its type', async () => {
    expect(await taken(ODT, zip('mimetype', `${ODT}-template`))).toBe('refused');
    expect(await taken(ODT, files[ODT]!.subarray(0, 60))).toBe('refused');
    expect(await taken(ODT, files[ODT]!.subarray(0, 10))).toBe('refused');
  });

  it.each([0x00, 0x08, 0x0b, 0x1b])('is no text where it holds the byte %d', async (byte) => {
    expect(await taken('text/plain', Buffer.from([0x41, byte, 0x42]))).toBe('refused');
  });

  it('is judged alike in whatever pieces it comes', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(files)),
        fc.constantFrom(...Object.keys(files)),
        fc.integer({ min: 1, max: 90_000 }),
        async (type, of, size) => {
          const whole = await taken(type, files[of]!, Number.MAX_SAFE_INTEGER);
          expect(await taken(type, files[of]!, files[of]!.length > 1_000 ? Math.max(size, 7_000) : size)).toEqual(whole);
        },
      ),
    ));
});

describe('a Content-Type', () => {
  it('is read without its parameters and in either case', () => expect(mediaOf('Text/CSV; charset=utf-8')?.ending).toBe('csv'));
  it.each([undefined, '', 'text/html', 'image/svg+xml', 'application/zip', 'constructor'])('%s is not taken', (type) =>
    expect(mediaOf(type)).toBeUndefined(),
  );
});
