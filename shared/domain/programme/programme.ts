import { z } from 'zod';
import { Text, ThingId } from '../kernel/actor.ts';
import { type Asked, commandsOf, type Known, type Load } from '../kernel/command.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { personal } from '../kernel/personal.ts';
import { type StateOf, streamKind } from '../kernel/stream-kind.ts';
import { Day, dayOf, Pace, pacedZone, TimeZone } from '../kernel/time.ts';
import { AUTHORITY, type Organisation, organisation } from '../organisation/organisation.ts';
import { delegations } from '../people/delegations.ts';
import { invitations } from '../people/invitations.ts';
import { grantedRoles, mandates } from '../people/roles.ts';
import { drafts, PolicyAdopted } from './drafts.ts';
import { expertise } from './expertise.ts';
import { Policy } from './policy.ts';

/** A body that co-funds a programme. Where it is told is an address of somebody there, and sealed as such. */
export const Funder = z.strictObject({
  funder: ThingId,
  name: Text,
  kind: z.enum(['region', 'european', 'foundation', 'social-security', 'state', 'other']),
  notify: z.strictObject({ email: personal(z.email(), { contactOf: 'funder' }).optional(), webhook: z.url().optional() }),
  /** The last day on which expenditure that its money pays for can be incurred; absent where it sets none. */
  eligibleUntil: Day.optional(),
});
export type Funder = z.output<typeof Funder>;

/** What of a funder can change. */
export const FunderTerms = Funder.pick({ funder: true, notify: true, eligibleUntil: true });

export const ProgrammeCreated = decision(
  'programme-created',
  1,
  z.strictObject({ name: Text, timeZone: TimeZone, currency: z.string().regex(/^[A-Z]{3}$/), demonstration: z.boolean(), dayLasts: Pace.optional() }),
);
export const FunderAdded = decision('funder-added', 1, Funder);
export const FunderTermsSet = decision('funder-terms-set', 1, FunderTerms);
export { PolicyAdopted } from './drafts.ts';

interface Identity {
  readonly created: boolean;
  readonly name: Text;
  /** In which its days are counted; of a training programme, one whose days pass at its pace. */
  readonly timeZone: string;
  readonly currency: string;
  /** True where everything in the programme is shown as a demonstration. */
  readonly demonstration: boolean;
}
const nameless: Identity = { created: false, name: { fr: '', en: '' }, timeZone: 'Europe/Paris', currency: 'EUR', demonstration: false };

const identity = facet(nameless, [ProgrammeCreated], {
  'programme-created': (_, { dayLasts, ...data }, { at }) => ({
    created: true,
    ...data,
    timeZone: dayLasts === undefined ? data.timeZone : pacedZone(data.timeZone, at, dayLasts),
  }),
});

export interface AdoptedPolicy {
  readonly policyVersion: number;
  readonly inForceFrom: string;
  readonly policy: Policy;
}
/** Every policy that was adopted, oldest first. */
const policies = facet([] as readonly AdoptedPolicy[], [PolicyAdopted], { 'policy-adopted': (all, adopted) => [...all, adopted] });

const funders = facet({} as Readonly<Record<string, Funder>>, [FunderAdded, FunderTermsSet], {
  'funder-added': (all, added) => ({ ...all, [added.funder]: added }),
  'funder-terms-set': (all, terms) => {
    const known = all[terms.funder];
    return known ? { ...all, [terms.funder]: { name: known.name, kind: known.kind, ...terms } } : all;
  },
});

export const programme = streamKind('programme', {
  identity,
  drafts,
  policies,
  funders,
  roles: grantedRoles,
  mandates,
  delegations,
  invitations,
  expertise,
});
export type Programme = StateOf<typeof programme>;

/** Version 0 is the defaults, in force before any policy was adopted. */
const defaults: AdoptedPolicy = { policyVersion: 0, inForceFrom: '0001-01-01', policy: Policy.parse({}) };

/** The policy in force in a programme at an instant: the one adopted last among those whose day has come. */
export function policyInForce({ policies, identity }: Programme, at: string): AdoptedPolicy {
  const today = dayOf(at, identity.timeZone);
  return policies.findLast(({ inForceFrom }) => inForceFrom <= today) ?? defaults;
}

/** What every rule of a programme, of its calls and of their projects knows. */
export interface ProgrammeKnown extends Known {
  readonly authority: Organisation;
}

/** What rules know that work under the programme's policy: the one in force at the instant asked, by the version that the decision names. */
export interface PolicyKnown extends ProgrammeKnown {
  readonly programme: Programme;
  readonly policy: Policy;
  readonly policyVersion: number;
}

/** Reads the authority, a programme and its policy in force; without an id, or for one that does not exist, the empty programme with the defaults. */
export async function policyKnown(id: string | undefined, at: string, load: Load): Promise<PolicyKnown> {
  const [authority, found] = await Promise.all([load(organisation, AUTHORITY), id === undefined ? programme.initial : load(programme, id)]);
  const { policy, policyVersion } = policyInForce(found, at);
  return { authority, programme: found, policy, policyVersion };
}

export const programmeCommand = commandsOf(
  programme,
  async (_state: unknown, _asked: Asked<unknown>, load: Load): Promise<ProgrammeKnown> => ({ authority: await load(organisation, AUTHORITY) }),
);
