import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispositionOf } from './name.ts';

describe('the name under which a file is saved', () => {
  it('is given in plain letters and as it is, with the ending of its type', () =>
    expect(dispositionOf('Pouvoir signé (2026)', 'pdf')).toBe(
      `attachment; filename="Pouvoir signe (2026).pdf"; filename*=UTF-8''Pouvoir%20sign%C3%A9%20%282026%29.pdf`,
    ));

  it('keeps an ending that is there, and has none where the type is not known', () => {
    expect(dispositionOf('Statutes.PDF', 'pdf')).toContain('filename="Statutes.PDF"');
    expect(dispositionOf('Notes', undefined)).toContain('filename="Notes"');
    expect(dispositionOf('日本', undefined)).toContain('filename="attachment"');
  });

  it('leads into no other folder', () =>
    expect(dispositionOf('../../etc/passwd', 'txt')).toContain('filename="..-..-etc-passwd.txt"'.replace(/\/|-(?=\.)/g, '-')));

  it('never ends the header or its quotes, whatever the name', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const value = dispositionOf(name, 'pdf');
        expect(value).toMatch(/^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w.!~%-]+$/);
      }),
    ));
});
