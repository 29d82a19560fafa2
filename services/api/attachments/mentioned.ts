import { Attachment, type Project } from '@jalon/domain';

/** A file that a project's state refers to, and whether its holder gave it. */
export interface Mentioned {
  readonly file: Attachment;
  readonly byHolder: boolean;
}

/** Every file that the state of a project refers to, in whatever part of it: the pieces of its application are its holder's. */
export const filesOf = (state: Project): readonly Mentioned[] =>
  Object.entries(state).flatMap(([part, within]) => attachmentsIn(within, () => true).map((file) => ({ file, byHolder: part === 'pieces' })));

/** Every mention of one file in the state of a project. */
export const mentionsOf = (state: Project, hash: string): readonly Mentioned[] =>
  Object.entries(state).flatMap(([part, within]) =>
    attachmentsIn(within, (found) => found === hash).map((file) => ({ file, byHolder: part === 'pieces' })),
  );

/** The attachments with a hash that is sought anywhere in a state. It is walked with a list, since it can be nested as deep as what people send. */
function attachmentsIn(state: unknown, isSought: (hash: unknown) => boolean): Attachment[] {
  const found: Attachment[] = [];
  const waiting: unknown[] = [state];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if ('hash' in next && isSought(next.hash)) {
      const { success, data } = Attachment.safeParse(next);
      if (success) found.push(data);
    }
    waiting.push(...Object.values(next).filter((value) => value !== undefined));
  }
  return found;
}
