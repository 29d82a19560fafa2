/** The part of an address that names a kind of thing: `/v1/projects/insite`. */
export const collectionOf = (kind: string): string => `${kind}s`;

/** Where a thing is. */
export const addressOf = (kind: string, id: string): string => `/v1/${collectionOf(kind)}/${encodeURIComponent(id)}`;
