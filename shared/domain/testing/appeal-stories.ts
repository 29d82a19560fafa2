import { by, theProcess } from '../kernel/testing/given-when-then.ts';
import { AppealLodged } from '../project/appeal/appeal.ts';
import { DeclaredIneligible, SilenceRecorded } from '../project/application/application.ts';
import { FundingDeclined } from '../project/funding/funding.ts';
import { OutcomeNotified } from '../project/notification/outcome.ts';
import { ApplicationNotSelected, ApplicationReserved } from '../project/selection/selection.ts';
import { returned, selected, submitted, underReview } from './stories.ts';

export const remedies = { authority: 'Région de Nulle-Part', court: 'Tribunal administratif de Nulle-Part' };
const PROJECT = 'project-repair';

/** Found not eligible by the administrator on 8 March 2027. */
export const ineligible = submitted
  .at('2027-03-08T10:00:00Z')
  .and(DeclaredIneligible({ reasons: [{ check: 'completeness', reason: 'The agreement is missing.' }] }));

/** The holder was told on 15 March, with the remedies: she can appeal until 16 May. */
export const toldIneligible = ineligible.at('2027-03-15T10:00:00Z').and(
  OutcomeNotified({
    outcome: 'ineligible',
    decision: 'project-repair@4',
    reasons: 'The agreement is missing.',
    remedies,
    appealUntil: '2027-05-16',
  }),
);

/** Her appeal of 1 April 2027. */
export const appealed = toldIneligible.at('2027-04-01T10:00:00Z').record(by('hanna'), {
  stream: PROJECT,
  decision: AppealLodged({ against: 'ineligible', decision: 'project-repair@4', grounds: 'The agreement was there.', attachments: [] }),
});

/** Below the thresholds in the selection of 20 April 2027. */
export const notSelected = underReview
  .at('2027-04-20T10:00:00Z')
  .and(ApplicationNotSelected({ total: 54, shortfalls: [{ code: 'total', had: 54, needed: 60 }] }));

/** On the reserve list since the selection of 20 April 2027. */
export const inReserve = underReview.at('2027-04-20T10:00:00Z').and(ApplicationReserved({ rank: 4, total: 71, amount: 10_000_000 }));

/** Selected, and declined by the ESF+ on 26 April 2027: the money went back to the envelope. */
export const refused = selected
  .at('2027-04-26T10:00:00Z')
  .and(FundingDeclined({ funder: 'esf', amount: 4_000_000, reasons: 'Outside its programme.' }))
  .andOn('call-spring', returned('funding-declined'));

/** In review, and not answered for two months: refused by silence on 2 May 2027. */
export const silent = underReview.at('2027-05-01T22:00:00Z').record(theProcess, { stream: PROJECT, decision: SilenceRecorded({}) });
