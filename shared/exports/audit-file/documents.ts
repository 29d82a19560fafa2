import { Attachment, ContentHash } from '@jalon/domain';

/** A file that a decision refers to, by the hash of its content. */
export interface MentionedDocument {
  readonly hash: string;
  readonly name: string;
  readonly mediaType?: string;
}

/** Every file that a decision's data refers to, each once: attachments, and pieces of lines of expenditure. It is walked with a list, since data can be nested deep. */
export function documentsIn(data: unknown): readonly MentionedDocument[] {
  const found = new Map<string, MentionedDocument>();
  const waiting: unknown[] = [data];
  for (let next = waiting.shift(); next !== undefined || waiting.length > 0; next = waiting.shift()) {
    if (typeof next !== 'object' || next === null) continue;
    const attachment = Attachment.safeParse(next);
    if (attachment.success) found.set(attachment.data.hash, attachment.data);
    const piece = ContentHash.safeParse('piece' in next ? next.piece : undefined);
    if (piece.success && !found.has(piece.data)) found.set(piece.data, { hash: piece.data, name: 'item' in next ? String(next.item) : 'Pièce' });
    waiting.push(...Object.values(next));
  }
  return [...found.values()];
}
