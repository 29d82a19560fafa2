import { AwardReturned, type ReturnReason, SelectionConcluded } from '../call/selection.ts';
import { CallClosed, CallOpened, CallPublished } from '../call/stage.ts';
import { CallDrafted } from '../call/terms.ts';
import { by, World } from '../kernel/testing/given-when-then.ts';
import { OrganisationRegistered } from '../organisation/organisation.ts';
import { RoleGranted } from '../people/roles.ts';
import { FunderAdded, ProgrammeCreated } from '../programme/programme.ts';
import { shareOut } from '../programme/shares.ts';
import { AgreementSigned } from '../project/agreement/agreement.ts';
import { paymentPlan } from '../project/agreement/payment-plan.ts';
import { ApplicationRevised, ApplicationStarted, ApplicationSubmitted, DeclaredEligible } from '../project/application/application.ts';
import { FundingGranted, GrantAwarded } from '../project/funding/funding.ts';
import { GateDecided, PhaseEntered } from '../project/phases/phases.ts';
import { ReviewerAssigned } from '../project/review/review.ts';
import { ApplicationSelected } from '../project/selection/selection.ts';
import { SRL_SCALE } from '../project/srl/scale.ts';
import { SrlReviewConcluded, SrlReviewOpened } from '../project/srl/srl.ts';
import { ApplicationRegistered } from '../register/register.ts';
import { content, defaultPolicy, envelope, terms } from './samples.ts';

const CALL = 'call-spring';
const PROJECT = 'project-repair';
const REQUESTED = 10_000_000;
export const shares = shareOut(REQUESTED, envelope);
export const plan = paymentPlan(shares, defaultPolicy);

/** A programme that the Region and the ESF+ co-fund, in January 2027. */
export const programmeStory = new World('programme-breakthrough')
  .andOn('organisation-authority', OrganisationRegistered({ name: { fr: 'Région', en: 'Region' }, administrator: 'administrator' }))
  .andOn('organisation-authority', RoleGranted({ person: 'ana', role: 'reviewer' }), RoleGranted({ person: 'bob', role: 'reviewer' }))
  .and(ProgrammeCreated({ name: { fr: 'Rupture', en: 'Breakthrough' }, timeZone: 'Europe/Paris', currency: 'EUR', demonstration: true }))
  .and(FunderAdded({ funder: 'region', name: { fr: 'Région', en: 'Region' }, kind: 'region', notify: {} }))
  .and(FunderAdded({ funder: 'esf', name: { fr: 'FSE+', en: 'ESF+' }, kind: 'european', notify: {} }));

/** Its call for applications, from 11 January to 12 March 2027, while it is a draft. */
export const draftedCall = programmeStory.of(CALL).and(CallDrafted(terms));

export const publishedCall = draftedCall.and(CallPublished({}));

export const openCall = publishedCall.at('2027-01-11T08:00:00Z').and(CallOpened({}));

/** An application that its holder, hanna, is writing; it is the first of the register. */
export const draftApplication = openCall
  .of(PROJECT)
  .at('2027-02-01T10:00:00Z')
  .record(
    by('hanna'),
    { stream: PROJECT, decision: ApplicationStarted({ call: 'spring', holder: 'hanna' }) },
    { stream: 'register-spring', decision: ApplicationRegistered({ application: 'repair' }) },
  );

/** Handed in on 1 March 2027, asking for 100,000 euros. */
export const submitted = draftApplication
  .and(ApplicationRevised(content))
  .at('2027-03-01T10:00:00Z')
  .and(ApplicationSubmitted({ requested: REQUESTED }));

/** Found eligible on 8 March. */
export const inReview = submitted.at('2027-03-08T10:00:00Z').and(DeclaredEligible({ reasons: [] }));

/** Ana has to review it by 9 April; the call is closed. */
export const underReview = inReview
  .at('2027-03-10T10:00:00Z')
  .and(ReviewerAssigned({ reviewer: 'ana', dueOn: '2027-04-09' }))
  .at('2027-03-12T23:00:00Z')
  .andOn(CALL, CallClosed({}));

/** Selected on 20 April 2027: the Region is asked for 60,000 euros and the ESF+ for 40,000. */
export const selected = underReview
  .at('2027-04-20T10:00:00Z')
  .andOn(
    CALL,
    SelectionConcluded({
      ranking: [],
      envelope: shares.map(({ funder, amount }) => ({ funder, amount: amount * 6, keptBack: 0, committed: amount })),
    }),
  )
  .and(ApplicationSelected({ rank: 1, total: 80, amount: REQUESTED, shares }));

/** Granted by both funders on 3 May 2027. */
export const awarded = selected
  .at('2027-05-03T10:00:00Z')
  .and(...shares.map((share) => FundingGranted(share)), GrantAwarded({ amount: REQUESTED, shares }));

/** Signed on 1 June 2027. */
export const signed = awarded
  .at('2027-06-01T10:00:00Z')
  .and(AgreementSigned({ signedOn: '2027-06-01', parties: ['Région', 'Les Ateliers de Nulle-Part'], amount: REQUESTED, plan }));

/** In the concept phase since 7 June 2027. */
export const inConcept = signed.at('2027-06-07T10:00:00Z').and(PhaseEntered({ phase: 'concept', by: 'signature' }));

const reviewFinding = (review: number, phase: 'concept' | 'pilot', reached: number, consolidated: number) =>
  [
    SrlReviewOpened({ review, phase, dueOn: '2028-01-06', lapsesOn: '2028-06-07' }),
    SrlReviewConcluded({ review, scale: SRL_SCALE, claimed: reached, reached, consolidated, consolidationPlan: [] }),
  ] as const;

/** A review of 7 December 2027 found SRL 4 reached and 3 consolidated: enough for the pilot. */
export const readyForPilot = inConcept.at('2027-12-07T10:00:00Z').and(...reviewFinding(1, 'concept', 4, 3));

/** In the pilot phase since 17 January 2028. */
export const inPilot = readyForPilot
  .at('2028-01-10T10:00:00Z')
  .and(GateDecided({ outcome: 'passage', from: 'concept', to: 'pilot', conditions: [], reasons: 'Ready.', review: 1 }))
  .at('2028-01-17T10:00:00Z')
  .and(PhaseEntered({ phase: 'pilot', by: 'passage' }));

/** In the last phase since 18 January 2030. */
export const inInstitutionalisation = inPilot
  .at('2030-01-07T10:00:00Z')
  .and(...reviewFinding(2, 'pilot', 7, 6))
  .at('2030-01-14T10:00:00Z')
  .and(GateDecided({ outcome: 'passage', from: 'pilot', to: 'institutionalisation', conditions: [], reasons: 'Ready.', review: 2 }))
  .at('2030-01-18T10:00:00Z')
  .and(PhaseEntered({ phase: 'institutionalisation', by: 'passage' }));

/** A decision on the call that the whole award came back. */
export const returned = (because: ReturnReason) => AwardReturned({ application: 'repair', shares, because });
