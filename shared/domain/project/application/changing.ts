import { takesDrafts } from '../../call/call.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Project, ProjectKnown } from '../project.ts';
import { awaitedSupplement } from './answer.ts';

/** Why a draft cannot be written in now: it was handed in, or the call takes no applications. */
export function draftClosed(
  { stage }: Project,
  at: string,
  { call, programme }: ProjectKnown,
): Refusal<'application-not-draft' | 'call-takes-no-applications'> | undefined {
  const { opensOn, closesOn } = call.terms;
  if (stage !== 'draft') return refuse('application-not-draft', { stage });
  if (!takesDrafts(call, at, programme.identity.timeZone)) return refuse('call-takes-no-applications', { opensOn, closesOn });
  return undefined;
}

/** By what right the holder changes the file: as a draft, or to answer a request for missing pieces, which has a number. */
export function openFor(
  state: Project,
  at: string,
  known: ProjectKnown,
): { readonly supplement?: number } | Refusal<'application-not-draft' | 'call-takes-no-applications'> {
  const awaited = awaitedSupplement(state);
  return awaited ? { supplement: awaited.supplement } : (draftClosed(state, at, known) ?? {});
}
