/**
 * Reads, by operation, that show nothing above the public class of confidentiality, or only the reader's own standing. Every other one is written into the access
 * journal, whoever reads.
 */
export const openReads: ReadonlySet<string> = new Set([
  'calls.list',
  'calls.read',
  'calls.questions',
  'calls.may',
  'catalogue.list',
  'catalogue.read',
  'changes.list',
  'lessons.list',
  'log.checkpoint',
  'log.keys',
  'log.tile',
  'live',
  'me.read',
  'my-reviews.list',
  'my-work.list',
  'organisations.may',
  'possible.list',
  'programmes.may',
  'programmes.policy',
  'projects.may',
  'search',
  'sittings.list',
  'sittings.may',
]);

/** Those that tell a reader about themselves, and not even an auditor's are worth a line. */
export const ownReads: ReadonlySet<string> = new Set([
  'catalogue.list',
  'catalogue.read',
  'log.checkpoint',
  'log.keys',
  'log.tile',
  'live',
  'me.read',
]);
