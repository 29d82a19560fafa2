import { z } from 'zod';
import { avisRefused, entryOf } from '../../call/judged.ts';
import { rank } from '../../call/ranking.ts';
import type { Entry } from '../../call/scoring.ts';
import { PlacedInReserve, ReserveDrawn } from '../../call/selection.ts';
import { byFunder } from '../../call/terms.ts';
import { commandsOf, on } from '../../kernel/command.ts';
import { refuse } from '../../kernel/refusal.ts';
import { streamOf } from '../../kernel/stream-kind.ts';
import { shareOut } from '../../programme/shares.ts';
import { register } from '../../register/register.ts';
import { isHolder, type Project, type ProjectKnown, project, projectKnown } from '../project.ts';
import { criteriaLeftOut, marksThatCount, reviewsNeeded } from '../review/reviews-needed.ts';
import { ApplicationNotSelected, ApplicationReserved, ApplicationSelected, withReservations } from '../selection/selection.ts';
import { whyNoRoom } from './room-in-envelope.ts';

/** The other applications of the call that were reviewed, in the order of the register. */
interface PlacingKnown extends ProjectKnown {
  readonly entries: readonly Entry[];
}

const placingCommand = commandsOf(project, async (state: Project, asked, load): Promise<PlacingKnown> => {
  const known = await projectKnown(state, asked, load);
  if (state.stage !== 'in-review' || known.call.stage !== 'concluded') return { ...known, entries: [] };
  const { applications } = await load(register, state.application.call);
  const projects = await Promise.all(applications.map((id) => (id === asked.id ? state : load(project, id))));
  const entries = projects.map((one, index) => entryOf({ application: applications[index]!, number: index + 1, project: one }));
  return { ...known, entries: entries.filter(({ reviews }) => reviews.length > 0) };
});

export const placeApplication = placingCommand({
  name: 'place-application',
  says: { en: 'Place an application after a correction', fr: 'Classer une candidature après rectification' },
  about:
    'Ranks an application that a correction found eligible after its call was concluded, once its reviews are in: selected where it reaches the thresholds and the envelope, with what was kept back, allows; in reserve where it does not; not selected below the thresholds, or where the committee’s opinion is unfavourable. The places of the others stay as they are.',
  data: z.strictObject({}),
  example: {},
  refuses: ['application-not-to-place', 'not-by-the-holder', 'reviews-missing', 'criteria-not-marked', 'avis-missing', 'avis-adjourned'],
  ruleVersion: 2,

  decide(state, { id, by, at }, { call, policy, entries }) {
    const { stage, outcome, reviews, consensus, application, avis } = state;
    if (stage !== 'in-review' || call.stage !== 'concluded' || outcome.current?.kind !== 'eligible')
      return refuse('application-not-to-place', { stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    const missing = reviewsNeeded(reviews, policy, consensus);
    if (missing > 0) return refuse('reviews-missing', { missing: [{ application: id, reviews: missing }] });
    if (marksThatCount(reviews, consensus).some((marks) => criteriaLeftOut(marks, policy.rubric).length > 0))
      return refuse('criteria-not-marked', { applications: [id] });

    const refused = avisRefused([{ application: id, number: 1, project: state }], policy);
    if (refused) return refused;

    const envelope = byFunder(call.terms.envelope);
    const placed = rank(entries, envelope, policy).ranking.find((ranked) => ranked.application === id);
    if (!placed?.rank) return ApplicationNotSelected({ total: placed?.total ?? 0, shortfalls: [...(placed?.shortfalls ?? [])] });
    const { rank: place, total } = placed;
    const amount = application.requested;
    const shares = shareOut(amount, envelope);
    const onCall = streamOf('call', application.call);
    return whyNoRoom(call, shares)
      ? [ApplicationReserved({ rank: place, total, amount }), on(onCall, PlacedInReserve({ application: id, rank: place, total, requested: amount }))]
      : [
          ApplicationSelected({ rank: place, total, amount, shares, ...withReservations(avis.selection?.reservations ?? []) }),
          on(onCall, ReserveDrawn({ application: id, shares, from: at })),
        ];
  },
});
