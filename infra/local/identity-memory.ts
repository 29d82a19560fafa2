import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly until: number;
}

/** The codes, sessions and grants of the local provider: they last as long as its process. */
export function identityMemory(now: () => number): (model: string) => Adapter {
  const kept = new Map<string, Kept>();
  return (model) => {
    const live = (key: string): AdapterPayload | undefined => {
      const entry = kept.get(key);
      if (entry && entry.until > now()) return entry.payload;
      kept.delete(key);
      return undefined;
    };
    const where = (matches: (payload: AdapterPayload) => boolean) => {
      const key = [...kept.keys()].find((candidate) => candidate.startsWith(`${model}:`) && matches(kept.get(candidate)!.payload));
      return key === undefined ? undefined : live(key);
    };
    return {
      upsert: async (id, payload, expiresIn) => {
        kept.set(`${model}:${id}`, { payload, until: expiresIn ? now() + expiresIn * 1000 : Number.POSITIVE_INFINITY });
      },
      find: async (id) => live(`${model}:${id}`),
      findByUid: async (uid) => where((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => where((payload) => payload.userCode === userCode),
      consume: async (id) => {
        const payload = live(`${model}:${id}`);
        if (payload) payload.consumed = Math.floor(now() / 1000);
      },
      destroy: async (id) => {
        kept.delete(`${model}:${id}`);
      },
      revokeByGrantId: async (grantId) => {
        for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
}
