/** What may stand in a quoted file name: letters, digits and marks that no system reads as more. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\w .()-]/g, '')
    .trim();

/** Characters that stand for themselves in an extended value (RFC 8187). */
const encoded = (name: string): string => encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** A Content-Disposition (RFC 6266) that has a file saved, never shown, under its name: in plain letters for older programs, and as it is. */
export function dispositionOf(name: string, ending: string | undefined): string {
  const ended = ending === undefined || name.toLowerCase().endsWith(`.${ending}`) ? name : `${name}.${ending}`;
  const whole = ended.replace(/[/\\\p{Cc}]/gu, '-').toWellFormed();
  return `attachment; filename="${plain(whole) || 'attachment'}"; filename*=UTF-8''${encoded(whole)}`;
}
