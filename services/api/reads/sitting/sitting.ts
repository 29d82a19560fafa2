import {
  barredFrom,
  call,
  deliberatedOn,
  type Load,
  type OnAgenda,
  type Policy,
  type Programme,
  project,
  quorumOf,
  type Sitting,
  streamKind,
  tallyOf,
  whoVotes,
} from '@jalon/domain';
import { ApplicantHeard, facet } from '@jalon/domain/decisions';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import { present } from '../present.ts';
import { toldDecisions } from '../project/told-decisions.ts';
import type { Reads } from '../reads.ts';
import { aSitting } from '../seeable.ts';
import { SittingShown } from './shape.ts';

/** What was noted of each hearing. The state that rules know keeps only that there was one. */
const heard = facet({} as Readonly<Record<string, string>>, [ApplicantHeard], {
  'applicant-heard': (all, { item, note }) => ({ ...all, [item]: note }),
});
const hearings = streamKind('sitting', { heard });

interface Seen {
  readonly state: Sitting;
  readonly policy: Policy;
  readonly projects: Awaited<ReturnType<typeof projectsOf>>;
  readonly notes: Readonly<Record<string, string>>;
  readonly reader: string;
}

/** A sitting of the committee, for those who take part in it or check it. */
export function sittingReads({ app, seeing, log }: Reads): void {
  app.get(
    '/v1/sittings/:id',
    {
      schema: {
        operationId: 'sittings.read',
        tags: ['sittings'],
        summary: 'A sitting of the committee: convocation, agenda, who takes part, votes as they come in, what was concluded',
        description:
          'For administrators, auditors, the committee and whoever is convened. Whoever a conflict of interest bars from an item reads neither its votes nor what was heard on it.',
        params: z.object({ id: z.string() }),
        response: { 200: SittingShown },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const account = accountOf(request);
      const { state, version, known, load } = await seeing.open(account, aSitting, id);
      const [projects, about, { heard: notes }] = await Promise.all([
        projectsOf(state, load),
        callOf(state, load),
        toldDecisions(log, account.tenant, id, hearings),
      ]);
      const seen = { state, policy: known.policy, projects, notes, reader: account.actor.id };
      return reply.header('etag', `"${version}"`).send(shown(id, version, seen, known.programme, about));
    },
  );
}

/** The projects of an agenda, by id. */
export async function projectsOf({ convocation: { items } }: Sitting, load: Load): Promise<Readonly<Record<string, Pick<OnAgenda, 'project'>>>> {
  const ids = [...new Set(items.map((item) => item.project))];
  return Object.fromEntries(await Promise.all(ids.map(async (id) => [id, { project: await load(project, id) }] as const)));
}

const callOf = async ({ convocation }: Sitting, load: Load) =>
  convocation.call === undefined ? undefined : (await load(call, convocation.call)).terms;

function shown(id: string, version: number, seen: Seen, programme: Programme, about: Awaited<ReturnType<typeof callOf>>): SittingShown {
  const { stage, convocation, presence, minutes } = seen.state;
  const barredBy = new Map(convocation.items.map((item) => [item.item, barredFrom(seen.state, item, seen.projects)]));
  const throughout = Object.keys(convocation.members).filter((person) => [...barredBy.values()].every((barred) => barred.has(person)));
  return SittingShown.parse({
    sitting: id,
    version,
    stage,
    programme: convocation.programme,
    programmeName: programme.identity.name,
    ...present({ call: convocation.call, callTitle: about?.title, presiding: presence.presiding || undefined }),
    currency: programme.identity.currency,
    heldAt: convocation.heldAt,
    chair: convocation.chair,
    quorum: quorumOf(seen.state, new Set(throughout), seen.policy.committee),
    members: Object.entries(convocation.members).map(([person, voice]) => ({
      person,
      voice,
      attending: presence.attending.includes(person),
      disinterested: presence.disinterested.includes(person),
      ...present({ proxyTo: presence.proxies[person] }),
      recusedFrom: [...barredBy].flatMap(([item, barred]) => (barred.has(person) ? [item] : [])),
    })),
    items: convocation.items.map((item) => itemShown(item, barredBy.get(item.item) ?? new Set(), seen)),
    minutes: [...minutes],
  });
}

type Asked = Sitting['convocation']['items'][number];

function itemShown({ item, project: about, question }: Asked, barred: ReadonlySet<string>, seen: Seen): SittingShown['items'][number] {
  const { state, policy, projects, notes, reader } = seen;
  const { convocation, presence, deliberation } = state;
  const { content, requested } = projects[about]?.project.application ?? { content: {}, requested: 0 };
  const { heard: wasHeard, votes, concluded } = deliberatedOn(deliberation, item);
  const { avis, counts, castingVote } = tallyOf(votes, barred, presence.presiding);
  const isBarred = barred.has(reader);
  const sees = !isBarred || concluded !== undefined;
  const counted = Object.entries(votes).filter(([voter]) => !barred.has(voter));
  return {
    item,
    project: about,
    title: content.title ?? about,
    question,
    ...present({ organisation: content.organisation, requested: requested || undefined, note: isBarred ? undefined : notes[item] }),
    ...(sees && { counts, ...(avis && { avis }) }),
    heard: wasHeard,
    barred: Object.keys(convocation.members).filter((person) => barred.has(person)),
    quorum: quorumOf(state, barred, policy.committee),
    awaited: whoVotes(state, barred).filter((person) => !votes[person]),
    votes: isBarred ? [] : counted.map(([voter, { on, counts: persons }]) => ({ voter, on, counts: persons.length })),
    castingVote: sees && castingVote,
    ...(concluded && { concluded: { avis: concluded.avis, reservations: [...concluded.reservations] } }),
  };
}
