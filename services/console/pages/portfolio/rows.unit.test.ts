import { describe, expect, it } from 'vitest';
import { csvOf, narrowed, type Row } from './rows.ts';

const lines = async (...cells: (string | number | undefined)[]) => (await csvOf(['a'], [cells]).text()).split('\r\n').slice(1, -1);

describe('the export of a portfolio', () => {
  it('lets no title become a formula of the spreadsheet that opens it', async () => {
    for (const title of ['=HYPERLINK("http://example.org")', '+33 1', '-2+3', '@SUM(A1)', '\tx', '\rx']) {
      const [line] = await lines(title);
      expect(line?.replace(/^"/, '')).toMatch(/^'/);
    }
  });

  it('keeps amounts as numbers, and what is absent empty', async () => {
    expect(await lines(-12.5, undefined, 'Le pont')).toEqual(['-12.5;;Le pont']);
  });

  it('keeps a title with a semicolon, a quote or a line break in one field', async () => {
    expect(await lines('a;b', 'c"d')).toEqual(['"a;b";"c""d"']);
    expect(await lines('e\nf')).toEqual(['"e\nf"']);
  });

  it('begins with a byte order mark, by which spreadsheets know the accents', async () => {
    expect([...new Uint8Array(await csvOf(['a'], []).arrayBuffer())].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe('the filters of a portfolio', () => {
  const row = (project: string, fr: string, stage: string, phase?: Row['phase']) =>
    ({ project, title: { fr, en: fr }, organisation: 'Les Ateliers', stage, ...(phase && { phase }) }) as Row;
  const rows = [row('one', 'Un été à vélo', 'concept', 'concept'), row('two', 'Le pont', 'submitted')];
  const found = (filters: object) => narrowed(rows, { words: '', stage: '', phase: '', level: '', ...filters }).map(({ project }) => project);

  it('find words without their accents, each of them', () => {
    expect(found({ words: 'ete velo' })).toEqual(['one']);
    expect(found({ words: 'ete pont' })).toEqual([]);
    expect(found({ words: 'ateliers' })).toEqual(['one', 'two']);
  });

  it('narrow to a cell of the map, those without a phase or a level too', () => {
    const placed = [{ ...row('three', 'Trois', 'pilot', 'pilot'), srl: { reached: 5 } } as Row, ...rows];
    const found = (filters: object) => narrowed(placed, { words: '', stage: '', phase: '', level: '', ...filters }).map(({ project }) => project);
    expect(found({ phase: 'pilot', level: '5' })).toEqual(['three']);
    expect(found({ phase: 'none', level: '0' })).toEqual(['two']);
  });

  it('narrow to a stage and to a phase', () => {
    expect(found({ stage: 'submitted' })).toEqual(['two']);
    expect(found({ phase: 'concept' })).toEqual(['one']);
    expect(found({})).toEqual(['one', 'two']);
  });
});
