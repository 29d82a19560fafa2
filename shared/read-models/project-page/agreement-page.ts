import type { ProjectSeen } from '../folding/context.ts';
import type { ProjectPage } from './shape.ts';

/** The agreement of a project as it stands, absent before signature. */
export function agreementOf({ state: { agreement }, story: { course } }: ProjectSeen): ProjectPage['agreement'] {
  if (!agreement || !course.signed) return undefined;
  const { version, amount, organisations, endsOn, conditions, amendments, drafted, suspended, suspensions, notice, terminated } = agreement;
  return {
    signedOn: course.signed.signedOn,
    parties: organisations.length > 0 ? organisations.map(({ name }) => name) : course.signed.parties,
    version,
    amount,
    ...(endsOn !== undefined && { endsOn }),
    conditions: conditions.map(({ condition, text, met }) => ({ condition, text, ...(met && { metAt: met.at }) })),
    amendments: amendments.map(({ version: made, kind, at }) => ({ version: made, kind, at })),
    amendmentDrafted: drafted !== undefined,
    ...(suspended && {
      suspended: { at: suspended.at, phase: suspended.phase, ...(suspended.until !== undefined && { until: suspended.until }) },
    }),
    suspensions: suspensions.map(({ from, to }) => ({ from: from.at, to: to.at })),
    ...(notice && { formalNotice: { at: notice.given.at, answered: notice.answered !== undefined } }),
    ...(terminated && { terminated: { at: terminated.at, cause: terminated.cause } }),
  };
}
