import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import { decide, newKey } from '../../api/decide.ts';
import { isProblem, type Problem } from '../../api/problem.ts';
import { read, refreshAfter, useNeeded } from '../../api/read.ts';
import { useMe } from '../../api/session.ts';
import { useDraft } from '../../drafts/draft.ts';
import { useRecordedAtPauses, useRecording } from '../../drafts/use-recording.ts';
import type { Shape } from '../../forms/shape.ts';
import { type Missing, missingFrom } from './completeness.ts';
import { changedElsewhere, type Edits, isEmpty, leftAfter, nothingTyped, recordable, restedOn, withPart } from './edits.ts';
import type { ApplicationFile, Field, Typed } from './file.ts';

export type Saving = 'recorded' | 'kept' | 'recording' | 'refused' | 'changed-elsewhere';

export interface Application {
  readonly id: string;
  readonly file: ApplicationFile;
  /** The shape of a revision: what fields there are. */
  readonly shape: Shape;
  /** The content with what is typed. */
  readonly content: Typed;
  readonly missing: readonly Missing[];
  readonly saving: Saving;
  /** Parts that are typed and not recorded. */
  readonly unrecorded: readonly string[];
  readonly problem: Problem | undefined;
  /** Whether what is shown was typed at another visit. */
  readonly restored: boolean;
  readonly change: (field: Field, value: unknown) => void;
  /** Records what can be recorded. @returns whether nothing is left to record */
  readonly record: () => Promise<boolean>;
  /** After somebody else changed a part: one's own words, or those that are recorded. */
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

/** An application that is being written: what the log has, with what is typed over it, kept in the browser and recorded by itself. */
export function useApplication(id: string): Application | undefined {
  const queries = useQueryClient();
  const me = useMe();
  const asked = useMemo(() => read('/v1/projects/{id}/application', { path: { id } }), [id]);
  const file = useNeeded('/v1/projects/{id}/application', { path: { id } });
  const { schema } = useNeeded('/v1/catalogue/{kind}/{command}', { path: { kind: 'project', command: 'revise-application' } });
  const shape = schema as Shape;
  const { draft, restored, change: keep, discard } = useDraft<Edits>(`${me.tenant}/${me.id}/project/${id}/application-parts`, nothingTyped);
  const { busy, problem, inTurn } = useRecording<'recording'>();
  const edits = draft?.data ?? nothingTyped;
  const now = useRef({ edits, file });
  now.current = { edits, file };

  const keepEdits = useCallback(
    (next: Edits) => {
      now.current = { ...now.current, edits: next };
      if (isEmpty(next)) void discard();
      else keep(next);
    },
    [keep, discard],
  );

  const recordOnce = useCallback(async (): Promise<boolean> => {
    const { edits: typed, file: known } = now.current;
    const sent = recordable(typed, shape, known.content);
    if (known.changes === 'none' || changedElsewhere(typed, known.content).length > 0) return isEmpty(typed);
    if (Object.keys(sent).length > 0) {
      const recorded = await decide({ kind: 'project', id, command: 'revise-application', input: sent, key: newKey(), version: known.version });
      await queries.cancelQueries({ queryKey: asked.queryKey });
      const content = { ...known.content, ...sent } as ApplicationFile['content'];
      queries.setQueryData(asked.queryKey, { ...known, version: recorded.version, content });
      now.current = { ...now.current, file: { ...known, version: recorded.version, content } };
      refreshAfter(queries, Object.keys(recorded.streams));
    }
    const left = leftAfter(now.current.edits, { ...now.current.file.content });
    if (left.parts !== now.current.edits.parts) keepEdits(left);
    return isEmpty(left);
  }, [id, shape, queries, asked, keepEdits]);

  const record = useCallback(
    () =>
      inTurn('recording', () =>
        recordOnce().catch(async (error: unknown) => {
          if (!isProblem(error) || error.code !== 'version-stale') throw error;
          // Something else moved: looked at again, and recorded if nobody else changed these parts.
          now.current = { ...now.current, file: await queries.fetchQuery({ ...asked, staleTime: 0 }) };
          return recordOnce();
        }),
      ),
    [inTurn, recordOnce, queries, asked],
  );

  const change = useCallback(
    (field: Field, value: unknown) => keepEdits(withPart(now.current.edits, field, value, now.current.file.content)),
    [keepEdits],
  );
  const elsewhere = changedElsewhere(edits, file.content);
  const waiting = Object.keys(recordable(edits, shape, file.content)).length > 0;

  useRecordedAtPauses(waiting && elsewhere.length === 0 ? edits : undefined, record);

  const content = useMemo(() => ({ ...file.content, ...edits.parts }), [file.content, edits.parts]);
  const missing = useMemo(() => missingFrom(file, content, shape), [file, content, shape]);
  if (!draft) return undefined;
  return {
    id,
    file,
    shape,
    content,
    missing,
    saving: busy ? 'recording' : elsewhere.length > 0 ? 'changed-elsewhere' : problem ? 'refused' : isEmpty(edits) ? 'recorded' : 'kept',
    unrecorded: Object.keys(edits.parts),
    problem,
    restored,
    change,
    record,
    keepMine: () => keepEdits(restedOn(now.current.edits, now.current.file.content)),
    takeTheirs: () => keepEdits(leftOf(now.current.edits, elsewhere)),
  };
}

/** Edits without some parts. */
const leftOf = ({ parts, from }: Edits, without: readonly string[]): Edits => ({
  parts: Object.fromEntries(Object.entries(parts).filter(([field]) => !without.includes(field))),
  from,
});
