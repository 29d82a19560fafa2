import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { send } from './client.ts';
import { isProblem } from './problem.ts';

/** Who is signed in, with the roles that they hold in the authority and in each programme. */
export interface Me {
  readonly id: string;
  readonly name: string | undefined;
  readonly tenant: string;
  /** Roles in the authority and in any programme, each once. */
  readonly roles: readonly string[];
  /** The funder that they represent, if any. */
  readonly funder: string | undefined;
}

type Roles = readonly string[];
type Held = Readonly<Record<string, Roles>>;

/** What the API tells of whoever asks, as far as the console goes by it. */
interface Told {
  readonly actor?: { readonly id: string };
  readonly id?: string;
  readonly person?: string;
  readonly name?: string;
  readonly tenant: string;
  readonly roles?: Roles | { readonly authority?: Roles; readonly programmes?: Held; readonly calls?: Held };
  readonly funder?: string;
  readonly csrf?: string;
}

const rolesIn = (told: Told['roles']): Roles => {
  if (!told) return [];
  if ('slice' in told) return told;
  return [...new Set([...(told.authority ?? []), ...[told.programmes, told.calls].flatMap((held) => Object.values(held ?? {}).flat())])];
};

/** Who is signed in, or null where nobody is. */
export const me = queryOptions({
  queryKey: ['me'],
  staleTime: 5 * 60_000,
  queryFn: async (): Promise<Me | null> => {
    try {
      const told = (await (await send('/v1/me')).json()) as Told;
      const id = told.actor?.id ?? told.person ?? told.id ?? '';
      return { id, name: told.name, tenant: told.tenant, roles: rolesIn(told.roles), funder: told.funder };
    } catch (error) {
      if (isProblem(error) && error.status === 401) return null;
      throw error;
    }
  },
});

/** Whoever is signed in; for pages, which nobody else reaches. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(me);
  if (!data) throw new Error('This page was opened with nobody signed in.');
  return data;
}

export const useHolds = (...roles: readonly string[]): boolean => {
  const { data } = useQuery(me);
  return data?.roles.some((role) => roles.includes(role)) ?? false;
};

/** Where one signs in, and is brought back from. */
export const signInAddress = (back: string, persona?: string): string =>
  `/auth/sign-in?return=${encodeURIComponent(back)}${persona ? `&login_hint=${encodeURIComponent(persona)}` : ''}`;
