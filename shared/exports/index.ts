export { type AuditFile, auditFileOf, type Element, type Gathered, type Status } from './audit-file/audit-file.ts';
export { documentsIn, type MentionedDocument } from './audit-file/documents.ts';
export type { Filed, FiledDocument } from './audit-file/filed.ts';
export { filesOf, piecesOf } from './audit-file/files.ts';
export { gather } from './audit-file/gather.ts';
export type { Piece } from './audit-file/piece.ts';
