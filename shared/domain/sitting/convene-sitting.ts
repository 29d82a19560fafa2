import type { z } from 'zod';
import { CommitteeConvened } from '../call/committee.ts';
import { on, type Placed } from '../kernel/command.ts';
import type { Decision } from '../kernel/decision.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { streamOf } from '../kernel/stream-kind.ts';
import { addToDay, dayOf, isBefore } from '../kernel/time.ts';
import type { Policy } from '../programme/policy.ts';
import { type AgendaKnown, agendaCommand } from './agenda-known.ts';
import { Convening, SittingConvened } from './convocation.ts';
import { neededOf } from './quorum.ts';

type Convened = z.output<typeof Convening>;

export const conveneSitting = agendaCommand({
  name: 'convene-sitting',
  says: { en: 'Convene the committee', fr: 'Convoquer le comité' },
  about:
    'Brings a sitting of the committee into being: its instant, its members with their voice, its chair, and its agenda. It is convened at least as many days before as the policy says.',
  data: Convening,
  example: {
    programme: 'breakthrough',
    call: 'spring-2027',
    heldAt: '2027-05-20T12:00:00Z',
    members: [
      { person: 'member-1', voice: 'deliberative' },
      { person: 'member-2', voice: 'deliberative' },
      { person: 'member-3', voice: 'deliberative' },
      { person: 'researcher-1', voice: 'consultative' },
    ],
    chair: 'member-1',
    items: [{ item: 'item-1', project: 'repair-workshops', question: 'selection' }],
  },
  refuses: [
    'programme-unknown',
    'call-unknown',
    'convocation-too-late',
    'member-listed-twice',
    'chair-without-vote',
    'committee-too-small',
    'item-listed-twice',
    'items-not-of-programme',
    'member-holds-project',
  ],
  creates: true,

  decide(_, { id, data, at }, known) {
    const { identity } = known.programme;
    if (!identity.created) return refuse('programme-unknown', { programme: data.programme });
    if (data.call !== undefined && known.programmeOfCall !== data.programme) return refuse('call-unknown', { call: data.call });
    const earliest = addToDay(dayOf(at, identity.timeZone), `P${known.policy.committee.convocationDays}D`);
    if (dayOf(data.heldAt, identity.timeZone) < earliest || !isBefore(at, data.heldAt)) return refuse('convocation-too-late', { earliest });
    return committeeRefused(data, known.policy) ?? agendaRefused(data, known.projects) ?? convened(id, data);
  },
});

/** The sitting, and the word of it to the call that it is about. */
function convened(sitting: string, data: Convened): readonly (Decision | Placed)[] {
  const told = data.call === undefined ? [] : [on(streamOf('call', data.call), CommitteeConvened({ sitting }))];
  return [SittingConvened(data), ...told];
}

/** The values that come more than once. */
const repeated = (values: readonly string[]): string[] => [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];

function committeeRefused(
  { members, chair }: Convened,
  { committee }: Policy,
): Refusal<'member-listed-twice' | 'chair-without-vote' | 'committee-too-small'> | undefined {
  const twice = repeated(members.map(({ person }) => person));
  if (twice.length > 0) return refuse('member-listed-twice', { members: twice });
  const voting = members.filter(({ voice }) => voice === 'deliberative');
  if (!voting.some(({ person }) => person === chair)) return refuse('chair-without-vote', { chair });
  const needed = neededOf(voting.length, committee);
  return voting.length < needed ? refuse('committee-too-small', { voting: voting.length, needed }) : undefined;
}

function agendaRefused(
  { programme, members, items }: Convened,
  projects: AgendaKnown['projects'],
): Refusal<'item-listed-twice' | 'items-not-of-programme' | 'member-holds-project'> | undefined {
  const twice = [...repeated(items.map(({ item }) => item)), ...repeated(items.map(({ project, question }) => `${project} (${question})`))];
  if (twice.length > 0) return refuse('item-listed-twice', { items: twice });
  const elsewhere = items.filter(({ project }) => projects[project]?.programme !== programme).map(({ item }) => item);
  if (elsewhere.length > 0) return refuse('items-not-of-programme', { items: elsewhere });
  const holders = items.map(({ project }) => projects[project]?.project.application.holder);
  const holding = members.filter(({ person }) => holders.includes(person)).map(({ person }) => person);
  return holding.length > 0 ? refuse('member-holds-project', { members: holding }) : undefined;
}
