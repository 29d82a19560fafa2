import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { Share } from '../../programme/shares.ts';
import { isHolder, projectCommand } from '../project.ts';
import { IrregularityReported } from './checks.ts';
import { checkableRefusals, notCheckable } from './control-period.ts';

export const reportIrregularity = projectCommand({
  name: 'report-irregularity',
  says: { en: 'Report an irregularity', fr: 'Signaler une irrégularité' },
  about:
    'Reports a breach that harms the funders’ money, with what of each it concerns. European funders of whose money it concerns more than the policy’s amount have to be told.',
  data: z.strictObject({ irregularity: ThingId, description: Prose, shares: z.array(Share).min(1).max(20) }),
  example: {
    irregularity: 'invoice-twice',
    description: 'One invoice was declared to two authorities.',
    shares: [{ funder: 'region', amount: 640_000 }],
  },
  refuses: [...checkableRefusals, 'not-by-the-holder', 'irregularity-already-reported', 'not-its-funder'],

  decide(state, { data, by, at }, { programme, policy }) {
    const { irregularity, shares } = data;
    const barred = notCheckable(state, at, programme);
    if (barred) return barred;
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (state.checks.irregularities[irregularity]) return refuse('irregularity-already-reported', { irregularity });
    const funders = new Set(state.agreement?.plan.flatMap((planned) => planned.shares.map(({ funder }) => funder)));
    const stranger = shares.find(({ funder }) => !funders.has(funder));
    if (stranger) return refuse('not-its-funder', { funder: stranger.funder });
    const european = ({ funder }: Share) => programme.funders[funder]?.kind === 'european';
    const toBeTold = shares.filter((share) => european(share) && share.amount > policy.checks.irregularityToldAbove).map(({ funder }) => funder);
    return IrregularityReported({ ...data, toBeTold });
  },
});
