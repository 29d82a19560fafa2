import { authorityDay, dayOf, type Invitation, isInForce, type People, Role, rolesOn } from '@jalon/domain';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import type { Reads } from '../reads.ts';
import { aCall, anOrganisation, aProgramme } from '../seeable.ts';
import type { Opened } from '../seeing.ts';

const Held = z.strictObject({
  person: z.string(),
  role: Role,
  until: z.string().optional().describe('The last day of the role, where it has one.'),
  funder: z.string().optional().describe('The funder that a funder’s role speaks for.'),
  ended: z.boolean().describe('Whether its last day is past.'),
});
const Lent = z.strictObject({
  delegation: z.string(),
  role: Role,
  delegator: z.string(),
  delegate: z.string(),
  from: z.string(),
  until: z.string(),
  inForce: z.boolean().describe('Whether it counts today: within its days, not ended, and the role still held by whoever lent it.'),
});
const Invited = z.strictObject({
  invitation: z.string(),
  role: Role,
  expiresOn: z.string(),
  until: z.string().optional(),
  funder: z.string().optional(),
  standing: z.enum(['open', 'expired', 'accepted', 'withdrawn']),
});
const PeopleRead = z.strictObject({
  version: z.int().min(1),
  today: z.string().describe('The day that it is there: roles, delegations and invitations end with a day.'),
  roles: z.array(Held),
  delegations: z.array(Lent),
  invitations: z.array(Invited),
});

interface Settled extends People {
  readonly invitations?: Readonly<Record<string, Invitation>>;
}

/** Who holds which role, until when, by whose leave, and who is invited. */
export function peopleReads({ app, seeing }: Reads): void {
  const schemaOf = (operationId: string, tag: string, summary: string) => ({
    operationId,
    tags: [tag],
    summary,
    description: 'For administrators and auditors. Persons are opaque ids; of an invitation neither the code nor whom it is for is known here.',
    params: z.object({ id: z.string() }),
    response: { 200: PeopleRead },
  });

  app.get(
    '/v1/organisations/:id/people',
    { schema: schemaOf('organisations.people', 'organisations', 'Who holds which role in an organisation or the authority') },
    async (request) => {
      const opened = await seeing.open(accountOf(request), anOrganisation, request.params.id, 'read-people');
      return told(opened, authorityDay(opened.at));
    },
  );
  app.get(
    '/v1/programmes/:id/people',
    { schema: schemaOf('programmes.people', 'programmes', 'Who holds which role in a programme') },
    async (request) => {
      const opened = await seeing.open(accountOf(request), aProgramme, request.params.id, 'read-people');
      return told(opened, dayOf(opened.at, opened.state.identity.timeZone));
    },
  );
  app.get('/v1/calls/:id/people', { schema: schemaOf('calls.people', 'calls', 'Who holds which role in a call') }, async (request) => {
    const opened = await seeing.open(accountOf(request), aCall, request.params.id, 'read-people');
    return told(opened, dayOf(opened.at, opened.known.programme.identity.timeZone));
  });
}

function told({ state, version }: Pick<Opened<Settled, unknown>, 'state' | 'version'>, today: string): z.output<typeof PeopleRead> {
  const roles = Object.entries(state.roles).flatMap(([person, held]) =>
    held.map((role) => {
      const { until, funder } = state.mandates[person]?.[role] ?? {};
      return { person, role, ...present({ until, funder }), ended: until !== undefined && until < today };
    }),
  );
  const delegations = Object.entries(state.delegations ?? {}).map(([delegation, one]) => {
    const { role, delegator, delegate, from, until } = one;
    return { delegation, role, delegator, delegate, from, until, inForce: isInForce(one, today) && rolesOn(state, delegator, today).includes(role) };
  });
  const invitations = Object.entries(state.invitations ?? {}).map(([invitation, { role, expiresOn, until, funder, settled }]) => ({
    invitation,
    role,
    expiresOn,
    ...present({ until, funder }),
    standing: settled ?? (expiresOn < today ? ('expired' as const) : ('open' as const)),
  }));
  return { version, today, roles, delegations, invitations };
}

const present = ({ until, funder }: { readonly until: string | undefined; readonly funder: string | undefined }) => ({
  ...(until !== undefined && { until }),
  ...(funder !== undefined && { funder }),
});
