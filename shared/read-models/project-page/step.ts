/** The data that a type of decision holds. */
export type DataOf<Make extends (data: never) => unknown> = Parameters<Make>[0];

/** A step of a story, and when it took effect (ISO 8601). */
export type At<Data> = Data & { readonly at: string };
