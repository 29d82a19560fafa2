import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decide, type Recorded } from '../api/decide.ts';
import { ownVersion } from '../api/freshness.ts';
import { type FieldProblem, isProblem, type Problem } from '../api/problem.ts';
import { refreshAfter } from '../api/read.ts';
import { useMe } from '../api/session.ts';
import { useDraft } from '../drafts/draft.ts';
import { mistakesIn } from './check.ts';
import { inputOf, type Shape } from './shape.ts';

export interface Deciding<Data = unknown> {
  readonly kind: string;
  readonly id: string;
  readonly command: string;
  readonly shape: Shape;
  /** The version that whoever decides has seen; absent for a thing that does not exist yet. */
  readonly version?: number | undefined;
  /** Names the draft, where the id may still change while one types. */
  readonly draftName?: string;
  /** What the page that asks says itself: sent with the rest, and not shown. */
  readonly given?: Readonly<Record<string, unknown>> | undefined;
  /** What stands in the form before anything is typed. */
  readonly initial?: Data;
  /** The input that what is typed stands for, where a page keeps it in a form of its own; a function that stays the same. */
  readonly toInput?: (typed: Data) => unknown;
  /** Whether what is empty is sent as such: an empty list says something other than no list where a policy has a default. */
  readonly exact?: boolean;
  readonly onRecorded: (recorded: Recorded) => void;
}

/**
 * What stands behind the form of one decision: the draft, kept until it is recorded; the check before sending; sending it, once however often it is tried; and
 * what came of it. For `DecisionForm`, and for pages that give a command a shape of their own.
 */
export function useDecision<Data = unknown>(deciding: Deciding<Data>) {
  const { kind, id, command, shape, version, draftName, given, initial, toInput, exact = false, onRecorded } = deciding;
  const { t } = useTranslation('forms');
  const who = useMe();
  const queries = useQueryClient();
  const { draft, restored, change, discard } = useDraft<Data>(
    `${who.tenant}/${who.id}/${kind}/${draftName ?? id}/${command}`,
    initial ?? ({} as Data),
  );
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  // A page that one comes back to right after one's own decision may still show the version before it: one knows what one decided.
  const [seen, setSeen] = useState(() => newestOf(version, ownVersion(`${kind}-${id}`)));

  const input = useMemo(() => {
    const said = draft && toInput ? toInput(draft.data) : draft?.data;
    const whole = { ...(said as object | undefined), ...given };
    return exact ? whole : inputOf(whole, shape);
  }, [draft, toInput, given, shape, exact]);

  /** Whether what is typed can be sent; what is wrong stands beside the fields. */
  const check = useCallback((): boolean => {
    const found = mistakesIn(input, shape).map(({ path, code }) => ({ field: path.join('.'), message: t(`mistake.${code}`) }));
    setProblems(found);
    return found.length === 0;
  }, [input, shape, t]);

  const send = useCallback(async () => {
    if (!draft) return;
    setSending(true);
    setProblem(undefined);
    try {
      const recorded = await decide({ kind, id, command, input, key: draft.key, version: seen });
      await discard();
      refreshAfter(queries, Object.keys(recorded.streams));
      onRecorded(recorded);
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
      setProblems(error.errors);
      // Nobody remains signed in here: the page asks to sign in, and the draft is found again after.
      if (error.status === 401) await queries.invalidateQueries({ queryKey: ['me'] });
    } finally {
      setSending(false);
    }
  }, [draft, kind, id, command, input, seen, discard, queries, onRecorded]);

  const typed = useCallback(
    (data: Data) => {
      setProblem(undefined);
      change(data);
    },
    [change],
  );

  return { draft, restored, input, typed, discard, check, send, sending, problem, problems, seen, goOnWith: setSeen };
}

/** The version that a form begins with; none for a thing that does not exist yet. */
const newestOf = (shown: number | undefined, decided = 0): number | undefined => (shown === undefined ? undefined : Math.max(shown, decided));
