import { z } from 'zod';
import { PersonId } from '../kernel/actor.ts';
import { refuse } from '../kernel/refusal.ts';
import { votingMembers } from './convocation.ts';
import { ProxyGiven } from './presence.ts';
import { sittingCommand } from './sitting.ts';

export const giveProxy = sittingCommand({
  name: 'give-proxy',
  says: { en: 'Give a proxy', fr: 'Donner pouvoir' },
  about:
    'A voting member who cannot come lets another one vote, until the sitting opens. A member holds at most one proxy, and whoever gave theirs away holds none. Given again, it goes to somebody else.',
  data: z.strictObject({ to: PersonId }),
  example: { to: 'member-2' },
  refuses: ['sitting-not-convened', 'not-a-voting-member', 'proxy-not-possible'],

  decide({ stage, convocation, presence: { proxies } }, { data: { to }, by }) {
    if (stage !== 'convened') return refuse('sitting-not-convened', { stage });
    const voting = votingMembers(convocation);
    const strangers = [by.id, to].filter((person) => !voting.includes(person));
    if (strangers.length > 0) return refuse('not-a-voting-member', { persons: strangers });
    const others = Object.entries(proxies).filter(([giver]) => giver !== by.id);
    const held = others.some(([, holder]) => holder === to || holder === by.id);
    if (to === by.id || held || proxies[to] !== undefined) return refuse('proxy-not-possible', { to });
    return ProxyGiven({ giver: by.id, to });
  },
});
