import { useQuery } from '@tanstack/react-query';
import { type Answer, read } from '../../api/read.ts';
import { useMe } from '../../api/session.ts';

export type Sitting = Answer<'/v1/sittings'>['items'][number];

/** Roles that a committee convenes with a voice that counts. */
const voting = ['committee-member', 'committee-chair', 'funder', 'instructor', 'reviewer'];

/** The sittings that wait for whoever is signed in, the earliest first; undefined until that is known. */
export function useCalled(): readonly Sitting[] | undefined {
  const { roles } = useMe();
  const { data, isLoading } = useQuery({ ...read('/v1/sittings'), enabled: roles.some((role) => voting.includes(role)) });
  if (isLoading) return undefined;
  return (data?.items ?? []).filter(({ awaits }) => awaits !== undefined).toReversed();
}
