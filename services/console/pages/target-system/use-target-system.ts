import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import { decide, newKey } from '../../api/decide.ts';
import { isProblem, type Problem } from '../../api/problem.ts';
import { read, refreshAfter, useNeeded } from '../../api/read.ts';
import { useMe } from '../../api/session.ts';
import { useDraft } from '../../drafts/draft.ts';
import { asText } from '../../drafts/same.ts';
import { useRecordedAtPauses, useRecording } from '../../drafts/use-recording.ts';
import { mistakesIn } from '../../forms/check.ts';
import type { Shape } from '../../forms/shape.ts';
import type { TargetSystem, TargetSystems } from './system.ts';

/** What is written and not recorded, with what was recorded when one began (JSON): who accompanies the project writes too. */
interface Writing {
  readonly system: TargetSystem;
  readonly from: string;
}

export interface Editing {
  readonly id: string;
  readonly all: TargetSystems;
  readonly system: TargetSystem;
  readonly saving: 'recorded' | 'kept' | 'recording' | 'refused' | 'incomplete' | 'changed-elsewhere';
  readonly problem: Problem | undefined;
  readonly restored: boolean;
  readonly change: (system: TargetSystem) => void;
  readonly record: () => Promise<boolean>;
  /** Makes a numbered version of what is written. @returns whether it was published */
  readonly publish: (note: string) => Promise<boolean>;
  readonly publishing: boolean;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

/** A target system that is being written: what the log has, with what is typed over it, kept in the browser and recorded at long pauses. */
export function useTargetSystem(id: string): Editing | undefined {
  const queries = useQueryClient();
  const me = useMe();
  const asked = useMemo(() => read('/v1/projects/{id}/target-system', { path: { id } }), [id]);
  const all = useNeeded('/v1/projects/{id}/target-system', { path: { id } });
  const { schema } = useNeeded('/v1/catalogue/{kind}/{command}', { path: { kind: 'project', command: 'revise-target-system' } });
  const { draft, restored, change: keep, discard } = useDraft<Writing | null>(`${me.tenant}/${me.id}/project/${id}/target-system`, null);
  const { busy, problem, inTurn } = useRecording<'recording' | 'publishing'>();
  // What is recorded already, as it is when one left the page, is no longer being written.
  const writing = draft?.data && asText(draft.data.system) !== asText(all.draft) ? draft.data : undefined;
  const now = useRef({ writing, all });
  now.current = { writing, all };

  /** What was written is recorded, or given up: nothing that goes on from here may see it still. */
  const forget = useCallback(() => {
    now.current = { ...now.current, writing: undefined };
    void discard();
  }, [discard]);

  /** Sends one command on it, in turn, with the version that one has seen; one that only something else moved is sent again. */
  const sendOnce = useCallback(
    async (command: string, input: unknown): Promise<void> => {
      const send = () => decide({ kind: 'project', id, command, input, key: newKey(), version: now.current.all.version });
      const recorded = await send().catch(async (error: unknown) => {
        if (!isProblem(error) || error.code !== 'version-stale') throw error;
        const fresh = await queries.fetchQuery({ ...asked, staleTime: 0 });
        now.current = { ...now.current, all: fresh };
        if (now.current.writing && now.current.writing.from !== asText(fresh.draft)) throw error;
        return send();
      });
      await queries.cancelQueries({ queryKey: asked.queryKey });
      now.current = { ...now.current, all: { ...now.current.all, version: recorded.version } };
      refreshAfter(queries, Object.keys(recorded.streams));
    },
    [id, queries, asked],
  );

  const recordNow = useCallback(async (): Promise<boolean> => {
    const { writing: written, all: known } = now.current;
    if (!written) return true;
    if (written.from !== asText(known.draft) || !isWhole(written.system, schema as Shape)) return false;
    await sendOnce('revise-target-system', { system: written.system });
    queries.setQueryData(asked.queryKey, { ...now.current.all, draft: written.system });
    now.current = { ...now.current, all: { ...now.current.all, draft: written.system } };
    const { writing: since } = now.current;
    if (since && since.system !== written.system) keep({ system: since.system, from: asText(written.system) });
    else forget();
    return since?.system === written.system;
  }, [sendOnce, queries, asked, schema, keep, forget]);

  const record = useCallback(() => inTurn('recording', recordNow), [inTurn, recordNow]);
  const publish = useCallback(
    (note: string) =>
      inTurn('publishing', async () => {
        if (!(await recordNow())) return false;
        await sendOnce('publish-target-system', note.trim() === '' ? {} : { note });
        return true;
      }),
    [inTurn, recordNow, sendOnce],
  );
  const change = useCallback((system: TargetSystem) => keep({ system, from: now.current.writing?.from ?? asText(now.current.all.draft) }), [keep]);

  const whole = writing === undefined || isWhole(writing.system, schema as Shape);
  const elsewhere = writing !== undefined && writing.from !== asText(all.draft) && busy === undefined;
  useRecordedAtPauses(whole && !elsewhere ? writing : undefined, record);

  if (!draft) return undefined;
  return {
    id,
    all,
    system: writing?.system ?? all.draft,
    saving: busy
      ? 'recording'
      : elsewhere
        ? 'changed-elsewhere'
        : problem
          ? 'refused'
          : writing === undefined
            ? 'recorded'
            : whole
              ? 'kept'
              : 'incomplete',
    problem,
    restored,
    change,
    record,
    publish,
    publishing: busy === 'publishing',
    keepMine: () => writing && keep({ system: writing.system, from: asText(all.draft) }),
    takeTheirs: forget,
  };
}

const isWhole = (system: TargetSystem, schema: Shape): boolean => mistakesIn({ system }, schema).length === 0;
