import { useMemo } from 'react';

/** An id for the next thing of a kind that one brings into being here; another once there is one more. */
export function useNewId(kind: string, count: number): string {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is recorded takes the id with it
  return useMemo(() => `${kind}-${crypto.randomUUID().slice(0, 8)}`, [kind, count]);
}
