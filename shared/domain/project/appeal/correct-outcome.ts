import { z } from 'zod';
import { AwardReturned, ReserveDrawn } from '../../call/selection.ts';
import { byFunder } from '../../call/terms.ts';
import { on, type Placed } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/decision.ts';
import { refuse } from '../../kernel/refusal.ts';
import { streamOf } from '../../kernel/stream-kind.ts';
import { Prose } from '../../kernel/words.ts';
import type { Programme } from '../../programme/programme.ts';
import { type Share, shareOut } from '../../programme/shares.ts';
import type { OutcomeKind } from '../notification/outcome.ts';
import { isHolder, type Project, type ProjectKnown, projectCommand } from '../project.ts';
import { unsettled } from '../review/conflicts.ts';
import { OutcomeCorrected } from './appeal.ts';
import { whyNoRoom } from './room-in-envelope.ts';
import { awaitsCorrection, contestable } from './standing.ts';

type Corrected = 'eligible' | 'selected' | 'not-selected';

/** What an outcome can be corrected to after an appeal: in the applicant's favour only. */
const afterAppeal: Partial<Readonly<Record<OutcomeKind, readonly Corrected[]>>> = {
  ineligible: ['eligible'],
  reserve: ['selected'],
  'not-selected': ['selected'],
  refused: ['selected'],
};
/** After a conflict of interest, before the award, also to the applicant's loss: a selection gives no right to aid yet. */
const afterConflict: typeof afterAppeal = { ...afterAppeal, selected: ['not-selected'], reserve: ['selected', 'not-selected'] };

const stageOf = { ineligible: 'ineligible', reserve: 'reserve', 'not-selected': 'not-selected', refused: 'refused', selected: 'selected' } as const;

/** What a correction follows from, and what it may decide; undefined where nothing calls for one. */
function ground(
  state: Project,
  programme: Programme,
): { readonly because: 'appeal' | 'conflict'; readonly allowed: readonly Corrected[] } | undefined {
  const { current } = state.outcome;
  if (!current || !(current.kind in stageOf) || stageOf[current.kind as keyof typeof stageOf] !== state.stage || current.final) return undefined;
  if (awaitsCorrection(state) && contestable(state, programme)?.decision === state.appeal?.decision) {
    return { because: 'appeal', allowed: afterAppeal[current.kind] ?? [] };
  }
  return unsettled(state.conflicts).length > 0 ? { because: 'conflict', allowed: afterConflict[current.kind] ?? [] } : undefined;
}

/** What the funders bear of a project that should have been selected: what they were asked for, or shares of what it asked for. */
function sharesFor({ selected, application }: Project, { call }: ProjectKnown): readonly Share[] {
  return selected?.shares ?? shareOut(application.requested, byFunder(call.terms.envelope));
}

/** What the correction moves in the call's envelope, from its own date. */
function onCall({ selected, application }: Project, id: string, to: Corrected, shares: readonly Share[], from: string): Placed[] {
  const stream = streamOf('call', application.call);
  if (to === 'selected') return [on(stream, ReserveDrawn({ application: id, shares: [...shares], from }))];
  if (to === 'eligible') return [];
  return [on(stream, AwardReturned({ application: id, shares: [...(selected?.shares ?? [])], because: 'corrected' }))];
}

export const correctOutcome = projectCommand({
  name: 'correct-outcome',
  says: { en: 'Correct an outcome', fr: 'Rectifier une décision' },
  about:
    'Decides what should have been decided, after an appeal was upheld or a conflict of interest came out: eligible, selected, or not selected. On the record it holds from the day of the first decision, which stays readable; the money, taken from what the call kept back, moves today (CRPA L242-1, L242-2).',
  data: z.strictObject({ to: z.enum(['eligible', 'selected', 'not-selected']), reasons: Prose }),
  example: { to: 'eligible', reasons: 'The appeal was upheld: the piece that was said to be missing was in the file.' },
  refuses: ['nothing-to-correct', 'not-by-the-holder', 'decided-by-the-same-person', 'correction-does-not-follow', 'envelope-exhausted'],
  retroactive: true,
  effectiveAt: ({ outcome }) => outcome.current?.since,

  decide(state, { id, data: { to, reasons }, by, at }, known) {
    const { current } = state.outcome;
    const grounds = ground(state, known.programme);
    if (!current || !grounds) return refuse('nothing-to-correct', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (current.by === by.id) return refuse('decided-by-the-same-person');
    if (!grounds.allowed.includes(to)) return refuse('correction-does-not-follow', { outcome: current.kind, to });
    const shares = to === 'selected' ? sharesFor(state, known) : [];
    const full = whyNoRoom(known.call, shares);
    if (full) return full;
    const corrected = OutcomeCorrected({ corrects: current.decided.id, to, because: grounds.because, reasons, from: at, shares: [...shares] });
    return [corrected, ...onCall(state, id, to, shares, at)] satisfies (Decision | Placed)[];
  },
});
