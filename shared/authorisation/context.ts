import { createHash } from 'node:crypto';
import type { CedarValueJson, Context } from '@cedar-policy/cedar-wasm/nodejs';
import { type Delegation, type Invitation, organisation, programme, project } from '@jalon/domain';
import type { Question } from './question.ts';
import { stateAs } from './state.ts';

/** What policies judge of the command's own data; see `jalon.cedarschema`. */
export function contextOf(question: Question): Context {
  const { kind, data } = question;
  if (typeof data !== 'object' || data === null) return {};
  if (kind === project.name) return { ...funderIn(data), ...invitedBy(stateAs(project, question.state).team.invitations, data) };
  const people = peopleOf(question);
  return people ? ofPeople(people, data) : {};
}

interface Settled {
  readonly delegations: Readonly<Record<string, Delegation>>;
  readonly invitations: Readonly<Record<string, Invitation>>;
}

function peopleOf({ kind, state }: Question): Settled | undefined {
  if (kind === organisation.name) return stateAs(organisation, state);
  return kind === programme.name ? stateAs(programme, state) : undefined;
}

/** The role that is lent, who is party to the delegation that is named, and whether the code is that of the invitation. */
function ofPeople({ delegations, invitations }: Settled, data: object): Context {
  const asked: { role?: unknown; delegation?: unknown } = data;
  const delegation = named(delegations, asked.delegation);
  return {
    ...(typeof asked.role === 'string' && { role: asked.role }),
    ...(delegation && { parties: [delegation.delegator, delegation.delegate].map(person) }),
    ...invitedBy(invitations, data),
  };
}

const funderIn = (data: object): Context => ('funder' in data && typeof data.funder === 'string' ? { funder: data.funder } : {});

/** Whether the code that is given is that of the invitation that is named. */
function invitedBy(invitations: Readonly<Record<string, { readonly codeHash: string }>>, data: object): Context {
  const asked: { invitation?: unknown; code?: unknown } = data;
  const invitation = named(invitations, asked.invitation);
  return invitation && typeof asked.code === 'string' ? { invited: hashOf(asked.code) === invitation.codeHash } : {};
}

const named = <Thing>(all: Readonly<Record<string, Thing>>, id: unknown): Thing | undefined =>
  typeof id === 'string' && Object.hasOwn(all, id) ? all[id] : undefined;
const person = (id: string): CedarValueJson => ({ __entity: { type: 'Person', id } });
const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');
