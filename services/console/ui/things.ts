/** The kind and the id of a thing, from the name of its stream. */
export function thingOf(stream: string): { readonly kind: string; readonly id: string } {
  const at = stream.indexOf('-');
  return { kind: stream.slice(0, at), id: stream.slice(at + 1) };
}

/** Where the console shows a thing. */
export const pageOf = (kind: string, id: string): string => `/${kind}s/${encodeURIComponent(id)}`;

/** Where a command is asked of a thing; one that creates is asked of a thing that has no id yet. */
export const formOf = (kind: string, id: string, command: string): string => `/do/${kind}/${encodeURIComponent(id)}/${command}`;
export const newFormOf = (kind: string, command: string): string => `/do/${kind}/${command}`;

/** Where what is due is done, by its kind; a kind that has no page of its own is done on the page of its thing. */
const doneOn: Readonly<Record<string, (id: string) => string>> = {
  review: (id) => `/reviews/${encodeURIComponent(id)}`,
  'conclude-srl-review': (id) => `/projects/${encodeURIComponent(id)}/srl-review`,
  'hold-sitting': (id) => `/sittings/${encodeURIComponent(id)}`,
  'conclude-selection': (id) => `/calls/${encodeURIComponent(id)}/ranking`,
};

/** Where one does what is due on a thing. */
export const taskPageOf = (kind: string, id: string, task: string): string =>
  doneOn[task]?.(id) ?? `${pageOf(kind, id)}?task=${encodeURIComponent(task)}`;
