import { z } from 'zod';
import { ThingId } from '../../../kernel/actor.ts';
import { decision, type Moment, momentOf } from '../../../kernel/decision.ts';
import { facet } from '../../../kernel/facet.ts';
import { Cents } from '../../../kernel/money.ts';
import { Day } from '../../../kernel/time.ts';
import { Prose, Title } from '../../../kernel/words.ts';
import { Phase } from '../../../programme/policy/phase.ts';
import { addShares, type ByFunder, Share } from '../../../programme/shares.ts';

/** The number of a recovery in its project, from 1. */
export const RecoveryNumber = z.int().min(1).max(1_000);

const Amounts = { recovery: RecoveryNumber, amount: Cents, shares: z.array(Share).min(1) };

/** Money that was paid and has to come back (trop-perçu): the aid of a phase was worked out lower, or a correction was decided on a finding. */
export const RecoveryFound = decision(
  'recovery-found',
  1,
  z.strictObject({ ...Amounts, phase: Phase, because: z.enum(['settlement', 'correction']), finding: ThingId.optional() }),
);
/** The claim is issued (titre de recette), by its reference. */
export const RecoveryOrdered = decision('recovery-ordered', 1, z.strictObject({ ...Amounts, reference: Title }));
export const RecoveryPaid = decision('recovery-paid', 1, z.strictObject({ ...Amounts, paidOn: Day, reference: Title }));
/** What is left of the claim is given up: remise gracieuse, or admission en non-valeur. */
export const RecoveryWaived = decision(
  'recovery-waived',
  1,
  z.strictObject({ ...Amounts, ground: z.enum(['remission', 'irrecoverable']), reasons: Prose }),
);

/** One recovery (reversement). */
export interface Recovery {
  readonly phase: Phase;
  readonly found: Moment;
  readonly shares: readonly Share[];
  readonly ordered?: Moment & { readonly by: string };
  readonly paid: ByFunder;
  readonly waived?: true;
}

/** Recoveries by their numbers. */
export type Recoveries = Readonly<Record<string, Recovery>>;

function change(all: Recoveries, recovery: number, changed: (known: Recovery) => Recovery): Recoveries {
  const known = all[recovery];
  return known ? { ...all, [recovery]: changed(known) } : all;
}

export const recoveries = facet({} as Recoveries, [RecoveryFound, RecoveryOrdered, RecoveryPaid, RecoveryWaived], {
  'recovery-found': (all, { recovery, phase, shares }, happened) => ({ ...all, [recovery]: { phase, found: momentOf(happened), shares, paid: {} } }),
  'recovery-ordered': (all, { recovery }, happened) =>
    change(all, recovery, (known) => ({ ...known, ordered: { ...momentOf(happened), by: happened.by.id } })),
  'recovery-paid': (all, { recovery, shares }) => change(all, recovery, (known) => ({ ...known, paid: addShares(known.paid, shares) })),
  'recovery-waived': (all, { recovery }) => change(all, recovery, (known) => ({ ...known, waived: true })),
});

/** What is still owed of a recovery, by funder; nothing of one that was waived. */
export const owedOn = ({ shares, paid, waived }: Recovery): Share[] =>
  shares.map(({ funder, amount }) => ({ funder, amount: waived ? 0 : Math.max(0, amount - (paid[funder] ?? 0)) }));

/** The number of the next recovery. */
export const nextRecovery = (all: Recoveries): number => Object.keys(all).length + 1;
