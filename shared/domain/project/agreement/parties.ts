import { z } from 'zod';
import { PersonId, ThingId } from '../../kernel/actor.ts';
import { Title } from '../../kernel/words.ts';

/** An organisation that enters into the agreement, and the person who signs for it, by an opaque id. */
export const Party = z.strictObject({
  /** Its name in this agreement. */
  party: ThingId,
  name: Title,
  role: z.enum(['authority', 'funder', 'beneficiary', 'partner']),
  /** Its id, where it is registered here. */
  organisation: ThingId.optional(),
  signatory: PersonId,
});
export type Party = Readonly<z.output<typeof Party>>;

/** The parties that an agreement has, each once. */
export const Parties = z.array(Party).min(2).max(20);

/** The names under which more than one party is listed. */
export const listedTwice = (parties: readonly Party[]): string[] =>
  parties.map(({ party }) => party).filter((party, index, all) => all.indexOf(party) !== index);

/** What an agreement cannot do without: somebody who grants and somebody who receives. */
export const missingRoles = (parties: readonly Party[]): string[] => {
  const has = (...roles: readonly string[]) => parties.some(({ role }) => roles.includes(role));
  return [...(has('authority', 'funder') ? [] : ['authority']), ...(has('beneficiary') ? [] : ['beneficiary'])];
};
