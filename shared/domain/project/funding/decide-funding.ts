import { z } from 'zod';
import { today } from '../../call/call.ts';
import { ThingId } from '../../kernel/actor.ts';
import { type Asked, commandsOf, type Load, type Placed } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/decision.ts';
import { Cents } from '../../kernel/money.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { AidRegime } from '../../organisation/aid.ts';
import { type Share, totalOf } from '../../programme/shares.ts';
import { backToEnvelope } from '../agreement/termination.ts';
import { type Project, type ProjectKnown, project, projectKnown } from '../project.ts';
import { selectionReopened } from '../review/conflicts.ts';
import { type AidOfAward, aidFlaw, aidGranted, aidOfAward, aidRefusals } from './aid-of-award.ts';
import { Act, FundingDeclined, FundingGranted, GrantAwarded } from './funding.ts';

const FundingDecision = z.strictObject({
  funder: ThingId,
  outcome: z.enum(['granted', 'declined']),
  /** What it grants, in cents, where that is less than its share. */
  amount: Cents.min(1).optional(),
  reasons: Prose.optional(),
  /** The act by which the funder decided. */
  act: Act.optional(),
  /** What has to be settled before the agreement is signed. */
  conditions: z.array(Prose).max(20).optional(),
  /** The regime of State aid under which it grants, where it is not the policy’s. */
  regime: AidRegime.optional(),
  /** The registered organisation that receives the aid, where it is not the lead of the consortium. */
  organisation: ThingId.optional(),
});
type FundingDecision = z.output<typeof FundingDecision>;

/** Every funder’s decision also reads the aid that the applicant was granted already, where the award is de minimis aid. */
interface FundingKnown extends ProjectKnown {
  readonly aid: AidOfAward;
}

const fundingCommand = commandsOf(project, async (state: Project, asked: Asked<unknown>, load: Load): Promise<FundingKnown> => {
  const known = await projectKnown(state, asked, load);
  const { regime, organisation } = FundingDecision.safeParse(asked.data).data ?? {};
  return { ...known, aid: await aidOfAward(state, { regime, organisation }, known.policy.award.regime, load) };
});

/** What the last grant brings about: the award is whole, at what each funder granted; what they did not grant returns to the envelope. */
function wholeAward(state: Project, id: string, granted: readonly Share[], asked: readonly Share[], { aid, programme }: FundingKnown, on: string) {
  const amount = totalOf(granted);
  const less = asked.map((share, index) => ({ funder: share.funder, amount: share.amount - (granted[index]?.amount ?? 0) }));
  const back = less.filter((share) => share.amount > 0);
  const { organisation, regime } = aid;
  const forWhom = organisation && regime !== 'none' ? { aid: { regime, organisation } } : {};
  return [
    GrantAwarded({ amount, shares: [...granted], ...(back.length > 0 && { reduced: true as const }), ...forWhom }),
    ...aidGranted(aid, id, programme.identity.name.fr, amount, on),
    ...backToEnvelope(state, id, back, 'reduced'),
  ];
}

type FundingRefusal = GrantRefusal | 'funding-not-awaited' | 'not-its-funder' | 'funding-already-decided' | 'conflict-unsettled' | 'act-dated-later';
type GrantRefusal = 'above-its-share' | 'reasons-missing' | (typeof aidRefusals)[number];

function grant(
  state: Project,
  id: string,
  share: Share,
  data: FundingDecision,
  known: FundingKnown,
  on: string,
): Refusal<GrantRefusal> | (Decision | Placed)[] {
  const { amount = share.amount, reasons, act, conditions, regime, organisation } = data;
  const { funder } = share;
  if (amount > share.amount) return refuse('above-its-share', { funder, share: share.amount, amount });
  if (amount < share.amount && reasons === undefined) return refuse('reasons-missing');
  const granted = FundingGranted({
    funder,
    amount,
    ...(amount < share.amount && { asked: share.amount }),
    ...(reasons && { reasons }),
    ...(act && { act }),
    ...(conditions && { conditions }),
    ...(regime && { regime }),
    ...(organisation && { organisation }),
  });
  const asked = state.selected?.shares ?? [];
  const all = asked.map((one) => ({ funder: one.funder, amount: one.funder === funder ? amount : (state.funding.granted[one.funder]?.amount ?? 0) }));
  const last = asked.every((one) => one.funder === funder || state.funding.decided[one.funder] === 'granted');
  if (!last) return [granted];
  return aidFlaw(known.aid, totalOf(all), on) ?? [granted, ...wholeAward(state, id, all, asked, known, on)];
}

export const decideFunding = fundingCommand({
  name: 'decide-funding',
  says: { en: 'Decide the funding', fr: 'Décider du financement' },
  about:
    'A funder decides for its own share of a selected project, and names its act. It can grant less, with reasons, and set conditions to be settled before signature. When the last has granted, the award is whole, within the de minimis ceiling where it is such aid; when one declines, with reasons, the project is refused and the money returns to the envelope.',
  data: FundingDecision,
  example: { funder: 'region', outcome: 'granted', act: { reference: 'CP 2027-118', decidedOn: '2027-05-03', kind: 'deliberation' } },
  refuses: [
    'funding-not-awaited',
    'not-its-funder',
    'funding-already-decided',
    'conflict-unsettled',
    'act-dated-later',
    'reasons-missing',
    'above-its-share',
    ...aidRefusals,
  ],
  ruleVersion: 2,

  decide(state, { id, data, at }, known): Refusal<FundingRefusal> | (Decision | Placed)[] {
    const { stage, selected, funding } = state;
    const { funder, outcome, reasons, act } = data;
    if (stage !== 'selected' || !selected) return refuse('funding-not-awaited', { stage });
    const share = selected.shares.find((asked) => asked.funder === funder);
    if (!share) return refuse('not-its-funder', { funder });
    if (funding.decided[funder]) return refuse('funding-already-decided', { funder });
    if (selectionReopened(state.conflicts)) return refuse('conflict-unsettled');
    const on = today(known, at);
    if (act && act.decidedOn > on) return refuse('act-dated-later', { decidedOn: act.decidedOn });
    if (outcome === 'granted') return grant(state, id, share, data, known, on);
    if (reasons === undefined) return refuse('reasons-missing');
    return [FundingDeclined({ ...share, reasons, ...(act && { act }) }), ...backToEnvelope(state, id, selected.shares, 'funding-declined')];
  },
});
