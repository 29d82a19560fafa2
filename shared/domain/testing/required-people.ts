import type { DecisionOf, DecisionType } from '../kernel/decision.ts';
import type { Entry } from '../kernel/testing/given-when-then.ts';
import { PolicyAdopted, PolicyDrafted } from '../programme/drafts.ts';
import { AgreementAmended, AmendmentDrafted } from '../project/agreement/agreement.ts';
import { TrancheReleased, TrancheRequested } from '../project/funding/tranches.ts';
import { ExaminationConcluded, ExpenditureExamined, ServiceCertified } from '../project/payments/expenditure/expenditure.ts';
import { PaymentApproved, PaymentOrdered } from '../project/payments/payments.ts';
import { MinutesSigned } from '../sitting/minutes.ts';

/** Who had a part in what a stream's decisions are about, by what it is. */
type Parts = Map<string, string[]>;

/** What has to hold of the people when a decision is taken; `parts` are those of the stream before it. */
type Rule = (entry: Entry, parts: Parts) => boolean;

// biome-ignore lint/suspicious/noExplicitAny: data is told apart by the type of the decision, as in a facet
const dataOf = <Type extends DecisionType<string, any>>(type: Type, { decision }: Entry): DecisionOf<Type>['data'] => type.data.parse(decision.data);
const tranche = ({ phase, kind }: { readonly phase: string; readonly kind: string }): string => `tranche ${phase} ${kind}`;
const report = (data: { readonly report: number }): string => `report ${data.report}`;
const within = (parts: Parts, about: string, { by }: Entry): boolean => parts.get(about)?.includes(by.id) ?? false;

/** What each decision is about, for those in which somebody takes a part that later ones look at. */
const partIn: Readonly<Record<string, (entry: Entry) => string>> = {
  [PolicyDrafted.type]: () => 'policy',
  [AmendmentDrafted.type]: () => 'amendment',
  [TrancheRequested.type]: (entry) => tranche(dataOf(TrancheRequested, entry)),
  [PaymentApproved.type]: (entry) => `approval of ${tranche(dataOf(PaymentApproved, entry))}`,
  [ExpenditureExamined.type]: (entry) => report(dataOf(ExpenditureExamined, entry)),
  [ExaminationConcluded.type]: (entry) => report(dataOf(ExaminationConcluded, entry)),
  [MinutesSigned.type]: () => 'minutes',
};

/** What no one person may do alone: adopt what they drafted, approve or order what they asked for, certify what they examined. */
const rules: Readonly<Record<string, Rule>> = {
  [PolicyAdopted.type]: (entry, parts) => parts.get('policy')?.at(-1) !== entry.by.id,
  [AgreementAmended.type]: (entry, parts) => parts.get('amendment')?.at(-1) !== entry.by.id,
  [TrancheReleased.type]: (entry, parts) => parts.get(tranche(dataOf(TrancheReleased, entry)))?.at(-1) !== entry.by.id,
  [PaymentApproved.type]: (entry, parts) => {
    const asked = tranche(dataOf(PaymentApproved, entry));
    return parts.get(asked)?.at(-1) !== entry.by.id && !within(parts, `approval of ${asked}`, entry);
  },
  [PaymentOrdered.type]: (entry, parts) => {
    const asked = tranche(dataOf(PaymentOrdered, entry));
    return parts.get(asked)?.at(-1) !== entry.by.id && (parts.get(`approval of ${asked}`)?.length ?? 0) > 0;
  },
  [ServiceCertified.type]: (entry, parts) => !within(parts, report(dataOf(ServiceCertified, entry)), entry),
  [MinutesSigned.type]: (entry, parts) => {
    const { final } = dataOf(MinutesSigned, entry);
    return !within(parts, 'minutes', entry) && final === (parts.get('minutes')?.length ?? 0) > 0;
  },
};

/** The decisions of a history that were taken without the people whom they need. */
export function takenAlone(past: readonly Entry[]): readonly string[] {
  const streams = new Map<string, Parts>();
  return past.flatMap((entry) => {
    const { stream, decision, by } = entry;
    const parts = streams.get(stream) ?? new Map<string, string[]>();
    streams.set(stream, parts);
    const alone = rules[decision.type]?.(entry, parts) === false ? [`${decision.type} on ${stream} by ${by.id}`] : [];
    const about = partIn[decision.type]?.(entry);
    if (about === undefined) return alone;
    // Asked for anew, a payment is approved anew.
    if (decision.type === TrancheRequested.type) parts.delete(`approval of ${about}`);
    parts.set(about, [...(parts.get(about) ?? []), by.id]);
    return alone;
  });
}
