import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decide, newKey, useDecide } from '../../api/decide.ts';
import { refreshAfter } from '../../api/read.ts';
import { toldWithUndo } from '../../ui/undo.tsx';
import type { Planned } from './proposals.ts';

/** Assigns reviewers, one by one with a way to undo, or a whole plan with its progress. */
export function useAssigning() {
  const { t } = useTranslation(['reviewers', 'shell']);
  const queries = useQueryClient();
  const assigning = useDecide('project/assign-reviewer');
  const releasing = useDecide('project/release-reviewer');
  const [problem, setProblem] = useState<unknown>();
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number }>();

  function assign({ project, title, person }: Planned): void {
    setProblem(undefined);
    assigning.mutate(
      { id: project, input: { reviewer: person }, key: newKey() },
      {
        onError: setProblem,
        onSuccess: () =>
          toldWithUndo({
            message: t('reviewers:assigned', { person, title }),
            undo: t('shell:undo'),
            onUndo: () =>
              releasing.mutate({ id: project, input: { reviewer: person, reason: t('reviewers:undone') }, key: newKey() }, { onError: setProblem }),
          }),
      },
    );
  }

  /** In order, so that what could not be recorded is known; stops at the first refusal. */
  async function assignAll(planned: readonly Planned[]): Promise<boolean> {
    setProblem(undefined);
    const moved = new Set<string>();
    try {
      for (const [done, { project, person }] of planned.entries()) {
        setProgress({ done, of: planned.length });
        const { streams } = await decide({ kind: 'project', id: project, command: 'assign-reviewer', input: { reviewer: person }, key: newKey() });
        for (const stream of Object.keys(streams)) moved.add(stream);
      }
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      setProgress(undefined);
      refreshAfter(queries, [...moved]);
    }
  }

  return { assign, assignAll, busy: assigning.isPending || progress !== undefined, progress, problem };
}
