import { type Actor, type Call, call, organisation, type Programme, type Project, programme, project, type Role, sitting } from '@jalon/domain';
import { authoriser, type Question, type Verdict } from '../index.ts';

const authorise = authoriser();
const terms = { ...call.initial.terms, programme: 'isr', envelope: [{ funder: 'region', amount: 10_000_000 }] };

/** A call that the Region funds, published. */
export const publishedCall: Call = { ...call.initial, stage: 'published', terms };
export const draftedCall: Call = { ...call.initial, stage: 'draft', terms };

/** The application of `hal`, reviewed by `rea` and by `ren`, who declared a conflict of interest. */
export const application: Project = {
  ...project.initial,
  stage: 'in-review',
  application: { ...project.initial.application, call: 'spring', holder: 'hal' },
  reviews: {
    rea: { assigned: { at: '2027-01-10T09:00:00Z', id: 'd-1', dueOn: '2027-02-10' } },
    ren: { assigned: { at: '2027-01-10T09:00:00Z', id: 'd-2', dueOn: '2027-02-10' }, conflict: 'board-member' },
  },
  conflicts: { ren: { nature: 'board-member', declared: { at: '2027-01-12T09:00:00Z', id: 'd-3' }, touches: [] } },
};
export const inPilot: Project = { ...application, stage: 'pilot' };
/** Its agreement is drafted, and `sig` signs for the Region. */
export const toSign: Project = {
  ...application,
  stage: 'agreement',
  drafting: {
    signed: {},
    text: {
      parties: [{ party: 'region', name: 'Région', role: 'authority', signatory: 'sig' }],
      plan: [],
      endsOn: '2031-12-31',
      reportingOn: [],
      conditions: [],
      drafted: { at: '2027-05-10T09:00:00Z', id: 'd-4' },
    },
  },
};

/** A sitting that `mia` and `somebody` are convened to. */
export const convened = {
  ...sitting.initial,
  convocation: { ...sitting.initial.convocation, programme: 'isr', members: { mia: 'deliberative' as const, somebody: 'consultative' as const } },
};

const states = {
  organisation: organisation.initial,
  programme: programme.initial,
  call: publishedCall,
  sitting: convened,
  project: application,
  journal: {},
};

export interface Asking {
  readonly state?: unknown;
  readonly data?: unknown;
  /** The id of the thing, where it matters. */
  readonly id?: string;
  /** Roles in the programme instead of in the authority. */
  readonly inProgramme?: readonly Role[];
}

/** Whether an actor with roles in the authority may take an action such as `project/submit-review`. */
export function asked(actor: Actor, roles: readonly Role[], action: string, { state, data, id = 'thing', inProgramme = [] }: Asking = {}): Verdict {
  const kind = action.split('/')[0] ?? '';
  const isr: Programme = { ...programme.initial, roles: { [actor.id]: inProgramme } };
  const question: Question = {
    tenant: 'tenant-a',
    actor,
    action,
    kind,
    id,
    state: state ?? states[kind as keyof typeof states],
    data,
    at: '2027-03-01T09:00:00Z',
    known: {
      authority: { ...organisation.initial, roles: { [actor.id]: roles } },
      programme: isr,
      ...(kind === 'project' && { call: publishedCall }),
    },
  };
  return authorise(question);
}

export const person = (id: string): Actor => ({ kind: 'person', id });
export const may = (id: string, roles: readonly Role[], action: string, more?: Asking): boolean => asked(person(id), roles, action, more).allowed;
