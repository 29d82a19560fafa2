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

const on = (kind: string, part: string) => (id: string) => `/${kind}/${encodeURIComponent(id)}/${part}`;

/** Where what is due is done, by its kind; a kind that has no page of its own is done on the page of its thing. */
const doneOn: Readonly<Record<string, (id: string) => string>> = {
  review: (id) => `/reviews/${encodeURIComponent(id)}`,
  'hold-sitting': (id) => pageOf('sitting', id),
  'conclude-selection': on('calls', 'ranking'),
  'conclude-srl-review': on('projects', 'srl-review'),
  'open-srl-review': on('projects', 'srl-review'),
  consolidate: on('projects', 'srl'),
  'confirm-consolidation': on('projects', 'srl'),
  'report-milestone': on('projects', 'milestones'),
  'assess-milestone': on('projects', 'milestones'),
  'meet-condition': on('projects', 'milestones'),
  'confirm-condition': on('projects', 'milestones'),
  'submit-report': on('projects', 'milestones'),
  'assess-report': on('projects', 'milestones'),
  'prepare-gate': on('projects', 'gate'),
  'decide-gate': on('projects', 'gate'),
  'value-review': on('projects', 'support'),
};

/** Where one does what is due on a thing. */
export const taskPageOf = (kind: string, id: string, task: string): string =>
  doneOn[task]?.(id) ?? `${pageOf(kind, id)}?task=${encodeURIComponent(task)}`;
