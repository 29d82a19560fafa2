import { commandsOf } from '../../kernel/command.ts';
import { refuse } from '../../kernel/refusal.ts';
import { organisation } from '../../organisation/organisation.ts';
import { type ProjectKnown, project, projectKnown } from '../project.ts';
import { draftClosed } from './changing.ts';
import { Member, MemberAdded } from './consortium.ts';

/** The most organisations that may apply together. */
const MOST_MEMBERS = 60;

interface MemberKnown extends ProjectKnown {
  /** Whether the organisation that is named by its id is registered. */
  readonly registered: boolean;
}

const named = Member.refine(({ organisation: id, name }) => id !== undefined || name !== undefined, 'give the organisation’s id or its name');

const memberCommand = commandsOf(project, async (state, asked, load): Promise<MemberKnown> => {
  const [known, id] = [await projectKnown(state, asked, load), Member.safeParse(asked.data).data?.organisation];
  return { ...known, registered: id !== undefined && (await load(organisation, id)).identity.registered };
});

export const addMember = memberCommand({
  name: 'add-member',
  says: { en: 'Add a member', fr: 'Ajouter un membre au consortium' },
  about:
    'Adds an organisation to those that apply together: registered, by its id, or by its name; as the lead (chef de file) or as a partner, with what it spends of the needs, in cents. Never a person.',
  data: named,
  example: { member: 'trade-school', name: 'École des métiers de Nulle-Part', role: 'partner', budget: 3_000_000 },
  refuses: [
    'application-not-draft',
    'call-takes-no-applications',
    'member-already-there',
    'lead-already-named',
    'too-many-members',
    'organisation-unknown',
  ],

  decide(state, { data, at }, known) {
    const closed = draftClosed(state, at, known);
    if (closed) return closed;
    const { member, organisation: id, role } = data;
    const lead = state.consortium.find((other) => other.role === 'lead');
    if (state.consortium.some((other) => other.member === member)) return refuse('member-already-there', { member });
    if (role === 'lead' && lead) return refuse('lead-already-named', { lead: lead.member });
    if (state.consortium.length >= MOST_MEMBERS) return refuse('too-many-members', { most: MOST_MEMBERS });
    if (id !== undefined && !known.registered) return refuse('organisation-unknown', { organisation: id });
    return MemberAdded(data);
  },
});
