import { useEffect, useState } from 'react';
import { versionKnown } from '../api/freshness.ts';
import { onMoved } from './live.ts';

/** The newer version that a thing has moved to since `seen`, told as it happens; undefined while what one sees is what there is. */
export function useStale(stream: string, seen: number | undefined): number | undefined {
  const [newest, setNewest] = useState(() => versionKnown(stream));
  useEffect(() => {
    setNewest(versionKnown(stream));
    return onMoved((moved) => {
      if (moved.stream === stream) setNewest(moved.version);
    });
  }, [stream]);
  return seen !== undefined && newest !== undefined && newest > seen ? newest : undefined;
}
