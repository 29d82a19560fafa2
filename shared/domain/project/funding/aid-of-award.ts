import { type Load, on, type Placed } from '../../kernel/command.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { streamOf } from '../../kernel/stream-kind.ts';
import { AidCancelled, AidDeclared, AidReduced, type AidRegime } from '../../organisation/aid.ts';
import { type AidHistory, deMinimisOf, deMinimisRegimes } from '../../organisation/de-minimis.ts';
import { singleUndertaking } from '../../organisation/single-undertaking.ts';
import { type Share, totalOf } from '../../programme/shares.ts';
import type { Project } from '../project.ts';

/** Under which aid regime an award is granted, to whom it counts, and what that undertaking was granted already. */
export interface AidOfAward {
  readonly regime: AidRegime;
  readonly organisation?: string;
  readonly undertaking: readonly AidHistory[];
}

const deMinimisRegime = (regime: AidRegime) => deMinimisRegimes.find((known) => known === regime);

/** The regime is the one named with this decision, or by an earlier funder, or the policy’s. The undertaking is read only where its aid counts. */
export async function aidOfAward(
  { funding, consortium }: Pick<Project, 'funding' | 'consortium'>,
  named: { readonly regime?: AidRegime | undefined; readonly organisation?: string | undefined },
  usual: AidRegime,
  load: Load,
): Promise<AidOfAward> {
  const regime = named.regime ?? funding.regime ?? usual;
  const organisation = named.organisation ?? funding.organisation ?? consortium.find(({ role }) => role === 'lead')?.organisation;
  const counts = deMinimisRegime(regime) !== undefined && organisation !== undefined;
  return { regime, ...(organisation && { organisation }), undertaking: counts ? await singleUndertaking(organisation, load) : [] };
}

export const aidRefusals = ['beneficiary-not-named', 'de-minimis-exceeded'] as const;

/** Why an award cannot be granted under its regime: de minimis aid counts for an organisation, and has a ceiling over three years. */
export function aidFlaw(
  { regime, organisation, undertaking }: AidOfAward,
  amount: number,
  on: string,
): Refusal<(typeof aidRefusals)[number]> | undefined {
  const deMinimis = deMinimisRegime(regime);
  if (!deMinimis) return undefined;
  if (organisation === undefined) return refuse('beneficiary-not-named');
  const { counts, left } = deMinimisOf(undertaking, deMinimis, on);
  if (amount <= left) return undefined;
  const tightest = counts.find((count) => count.left === left);
  return refuse('de-minimis-exceeded', { amount, ceiling: tightest?.ceiling ?? 0, counted: tightest?.counted ?? 0, left, organisation, regime });
}

/** The award in the aid history of the organisation, under the project’s id. */
export function aidGranted({ regime, organisation }: AidOfAward, project: string, granter: string, amount: number, grantedOn: string): Placed[] {
  if (!deMinimisRegime(regime) || organisation === undefined) return [];
  const aid = AidDeclared({ aid: project, granter, regime, amount, grantedOn, source: 'award' });
  return [on(streamOf('organisation', organisation), aid)];
}

/** Takes what an award was reduced by out of the aid history of the organisation: the undertaking can be granted as much again. */
export function aidLowered({ funding: { awarded } }: Pick<Project, 'funding'>, project: string, less: readonly Share[], reasons: string): Placed[] {
  const by = totalOf(less);
  return awarded?.organisation && by > 0 ? [on(streamOf('organisation', awarded.organisation), AidReduced({ aid: project, by, reasons }))] : [];
}

/** Takes an award that came to nothing out of the aid history of the organisation. */
export const aidGone = ({ funding: { awarded } }: Pick<Project, 'funding'>, project: string, reasons: string): Placed[] =>
  awarded?.organisation ? [on(streamOf('organisation', awarded.organisation), AidCancelled({ aid: project, reasons }))] : [];
