import {
  byFunder,
  concludeSelection,
  eligibleOf,
  entriesInOrder,
  entryOf,
  isRefusal,
  type Policy,
  type Registered,
  rank,
  reviewsNeeded,
  Text,
  tiesLeft,
} from '@jalon/domain';
import { Avis, EnvelopeUse, Ranked } from '@jalon/domain/decisions';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import { ProblemError, refusalProblem } from '../../problems/problem.ts';
import { present } from '../present.ts';
import type { Reads } from '../reads.ts';
import { aCall } from '../seeable.ts';

const Named = z.strictObject({ application: z.string(), title: Text });
const Preview = z.strictObject({
  call: z.string(),
  version: z.int().min(1),
  because: z.strictObject({ code: z.string(), text: Text }).optional().describe('Why it cannot be concluded yet.'),
  ranking: z.array(Ranked.extend({ title: Text, avis: Avis.optional() })).describe('Of the applications that somebody has marked.'),
  envelope: z.array(EnvelopeUse),
  ties: z.array(z.array(Named)).describe('For the chair to put in order: who is selected depends on it.'),
  unjudged: z.array(Named.extend({ needed: z.int() })).describe('Applications that still need reviews.'),
});

/** What concluding the selection would decide now. */
export function previewReads({ app, seeing }: Reads): void {
  app.get(
    '/v1/calls/:id/selection-preview',
    {
      schema: {
        operationId: 'calls.selection-preview',
        tags: ['calls'],
        summary: 'The selection of a closed call as it would be concluded now: ranking, envelope, ties, and what it still waits for',
        description: 'For those who may read the ranking. Nothing is recorded. 404 where the call is not closed, or its selection is concluded.',
        params: z.object({ id: z.string() }),
        response: { 200: Preview },
      },
    },
    async (request) => {
      const { id } = request.params;
      const account = accountOf(request);
      const { state, version, load, at } = await seeing.open(account, aCall, id, 'read-ranking');
      if (state.stage !== 'closed') throw new ProblemError('thing-unknown', { thing: `selection under way of call "${id}"` });
      const asked = { id, data: {}, by: account.actor, at };
      const known = await concludeSelection.context(state, asked, load);
      const outcome = concludeSelection.decide(state, asked, known);
      const { policy, applications } = known;
      const eligible = eligibleOf(applications);
      const titles = new Map(eligible.map((one) => [one.application, titleOf(one)]));
      const named = (application: string) => ({ application, title: titles.get(application) ?? { fr: application, en: application } });
      const entries = entriesInOrder(eligible.map(entryOf), state.settledTies).filter(({ reviews }) => reviews.length > 0);
      const { ranking, envelope } = rank(entries, byFunder(state.terms.envelope), policy);
      const ties = policy.chairSettlesTies ? tiesLeft(entries, ranking, policy) : [];
      const avis = new Map(eligible.map(({ application, project }) => [application, project.avis.selection?.avis]));
      return Preview.parse({
        call: id,
        version,
        ...(isRefusal(outcome) && {
          because: { code: outcome.refused, text: { fr: refusalProblem('fr', outcome).detail, en: refusalProblem('en', outcome).detail } },
        }),
        ranking: ranking.map((one) => ({ ...one, ...named(one.application), ...present({ avis: avis.get(one.application) }) })),
        envelope,
        ties: ties.map((tie) => tie.map(named)),
        unjudged: unjudgedIn(eligible, policy).map(({ application, needed }) => ({ ...named(application), needed })),
      });
    },
  );
}

function titleOf({ application, project }: Registered): Text {
  const title = project.application.content.title ?? application;
  return { fr: title, en: title };
}

const unjudgedIn = (eligible: readonly Registered[], policy: Policy) =>
  eligible
    .map(({ application, project: { reviews, consensus } }) => ({ application, needed: reviewsNeeded(reviews, policy, consensus) }))
    .filter(({ needed }) => needed > 0);
