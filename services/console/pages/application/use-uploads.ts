import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { decide, newKey } from '../../api/decide.ts';
import { refreshAfter } from '../../api/read.ts';
import { upload } from '../../api/upload.ts';
import { useProblemWords } from '../../ui/problem.tsx';
import type { PieceKind } from './file.ts';

/** A file that is on its way: its bytes first, then the decision that attaches it. */
export interface Upload {
  readonly key: string;
  readonly kind: PieceKind;
  readonly name: string;
  /** The part of its bytes that is sent, from 0 to 1. */
  readonly sent: number;
  readonly problem?: string;
  readonly stop: AbortController;
}

/** Longer names are cut: a piece is named by at most so many characters. */
const LONGEST_NAME = 200;

/** Attaches files to an application, several at once, each with its progress and, where it is refused, the reason. */
export function useUploads(project: string) {
  const queries = useQueryClient();
  const words = useProblemWords();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const put = (key: string, changed: Partial<Upload>) => setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...changed } : one)));
  const drop = (key: string) => setUploads((all) => all.filter((one) => one.key !== key));

  async function add(kind: PieceKind, file: File): Promise<void> {
    const key = newKey();
    const stop = new AbortController();
    setUploads((all) => [...all, { key, kind, name: file.name, sent: 0, stop }]);
    try {
      const stored = await upload(file, (sent) => put(key, { sent }), stop.signal);
      const piece = { ...stored, name: file.name.slice(0, LONGEST_NAME), confidentiality: 'assessors' };
      const { streams } = await decide({ kind: 'project', id: project, command: 'attach-piece', input: { kind, file: piece }, key });
      refreshAfter(queries, Object.keys(streams));
      drop(key);
    } catch (error) {
      if (stop.signal.aborted) drop(key);
      else put(key, { problem: words(error) });
    }
  }

  function cancel({ key, stop }: Upload): void {
    stop.abort();
    drop(key);
  }

  return { uploads, add, cancel };
}
