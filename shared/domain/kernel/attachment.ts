import { z } from 'zod';
import { Confidentiality } from './confidentiality.ts';
import { Title } from './words.ts';

/** The content of a file, by its SHA-256 in lower-case hexadecimal: the log holds this, the object store holds the bytes. */
export const ContentHash = z.string().regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the content, as 64 hexadecimal digits');
export type ContentHash = z.output<typeof ContentHash>;

/** A file that something rests on. Its bytes are in the object store, under its hash. */
export const Attachment = z.strictObject({
  hash: ContentHash,
  name: Title,
  mediaType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/, 'a media type such as application/pdf'),
  /** Size in bytes; at most 50 MB. */
  size: z.int().min(1).max(50_000_000),
  confidentiality: Confidentiality.default('assessors'),
});
export type Attachment = Readonly<z.output<typeof Attachment>>;
