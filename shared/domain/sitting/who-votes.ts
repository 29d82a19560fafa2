import type { Sitting } from './sitting.ts';

/** The members whose vote on an item counts: they attend with a deliberative voice, are not barred from it, and declared no interest. */
export const whoVotes = ({ convocation, presence }: Pick<Sitting, 'convocation' | 'presence'>, barred: ReadonlySet<string>): readonly string[] =>
  presence.attending.filter((one) => convocation.members[one] === 'deliberative' && !barred.has(one) && presence.disinterested.includes(one));
