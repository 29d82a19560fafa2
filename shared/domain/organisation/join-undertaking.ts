import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { type Asked, commandsOf, type Load, on } from '../kernel/command.ts';
import { refuse } from '../kernel/refusal.ts';
import { streamOf } from '../kernel/stream-kind.ts';
import { AUTHORITY, type Organisation, type OrganisationKnown, organisation } from './organisation.ts';
import { MemberJoined, UndertakingJoined } from './undertaking.ts';

const Head = z.strictObject({ head: ThingId });

/** The rule also reads the organisation at the head of the group. */
interface JoinKnown extends OrganisationKnown {
  readonly head: Organisation;
}

const joinCommand = commandsOf(organisation, async (_: Organisation, { data }: Asked<unknown>, load: Load): Promise<JoinKnown> => {
  const [authority, head] = await Promise.all([load(organisation, AUTHORITY), load(organisation, Head.parse(data).head)]);
  return { authority, head };
});

export const joinUndertaking = joinCommand({
  name: 'join-undertaking',
  says: { en: 'Join a single undertaking', fr: 'Rattacher à une entreprise unique' },
  about:
    'Records that the organisation and the one at the head of its group are a single undertaking (Regulation (EU) 2023/2831, article 2(2)): their de minimis aid is counted together.',
  data: Head,
  example: { head: 'groupe-exemple' },
  refuses: ['already-in-undertaking', 'undertaking-of-itself', 'heads-an-undertaking', 'undertaking-head-unknown', 'not-head-of-undertaking'],

  decide({ undertaking }, { id, data }, { head }) {
    if (undertaking.head !== undefined) return refuse('already-in-undertaking', { head: undertaking.head });
    if (data.head === id) return refuse('undertaking-of-itself');
    if (undertaking.members.length > 0) return refuse('heads-an-undertaking', { members: undertaking.members });
    if (!head.identity.registered) return refuse('undertaking-head-unknown', { organisation: data.head });
    if (head.undertaking.head !== undefined) return refuse('not-head-of-undertaking', { organisation: data.head, head: head.undertaking.head });
    return [UndertakingJoined(data), on(streamOf('organisation', data.head), MemberJoined({ member: id }))];
  },
});
