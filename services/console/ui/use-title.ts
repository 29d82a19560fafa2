import { useQuery } from '@tanstack/react-query';
import { read } from '../api/read.ts';
import { useFormat } from './format.ts';

/** The title of a project or a call, for links to it; its id until it is there, and for other kinds. */
export function useTitle(kind: string, id: string): string {
  const { text } = useFormat();
  const project = useQuery({ ...read('/v1/projects/{id}', { path: { id } }), enabled: kind === 'project' });
  const call = useQuery({ ...read('/v1/calls/{id}', { path: { id } }), enabled: kind === 'call' });
  const title = project.data?.title ?? call.data?.title;
  return title ? text(title) : id;
}
