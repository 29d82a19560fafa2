import { z } from 'zod';

/** A name or a heading, in the words of whoever writes it. Never a person's name, unless it is marked personal. */
export const Title = z.string().max(200).regex(/\S/, 'write at least one word');

/** Reasons, evidence, a description: running text. It names no person: persons are opaque ids. */
export const Prose = z.string().max(8000).regex(/\S/, 'write at least one word');
