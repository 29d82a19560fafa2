import { by, type World } from '../kernel/testing/given-when-then.ts';
import { AgreementSigned } from '../project/agreement/agreement.ts';
import { AgreementDrafted, type AgreementText, PartySigned } from '../project/agreement/drafting.ts';
import { TrancheReleased, TrancheRequested } from '../project/funding/tranches.ts';
import { PhaseEntered } from '../project/phases/phases.ts';
import { awarded, plan } from './stories.ts';

/** What the Region, the workshops and a school are to sign, for the award of the other stories. */
export const agreementText: AgreementText = {
  parties: [
    { party: 'region', name: 'Région', role: 'authority', signatory: 'director' },
    { party: 'workshops', name: 'Les Ateliers de Nulle-Part', role: 'beneficiary', signatory: 'hanna' },
    { party: 'school', name: 'École de la Réparation', role: 'partner', signatory: 'paula' },
  ],
  plan,
  endsOn: '2033-06-30',
  reportingOn: ['2028-06-30'],
  conditions: ['Publish the observations of every trial.', 'Keep the workshops open to all.'],
};

/** Drafted on 10 May 2027. */
export const drafted = awarded.at('2027-05-10T10:00:00Z').and(AgreementDrafted(agreementText));

const names = agreementText.parties.map(({ name }) => name);
const { parties: organisations, ...terms } = agreementText;
export const signedByAll = AgreementSigned({ signedOn: '2027-06-01', parties: names, amount: 10_000_000, ...terms, organisations });

/** Signed by all parties on 1 June 2027. */
export const agreed = drafted.at('2027-06-01T10:00:00Z').and(...organisations.map(({ party }) => PartySigned({ party })), signedByAll);

/** In the concept phase since 7 June 2027, under an agreement that ends on 30 June 2033. */
export const running = agreed.at('2027-06-07T10:00:00Z').and(PhaseEntered({ phase: 'concept', by: 'signature' }));

/** A payment of the plan, by its phase and kind. */
export function payment(phase: (typeof plan)[number]['phase'], kind: (typeof plan)[number]['kind']) {
  const { shares } = plan.find((planned) => planned.phase === phase && planned.kind === kind)!;
  return { phase, kind, shares: [...shares], amount: shares.reduce((sum, { amount }) => sum + amount, 0) };
}

/** The advance of the concept phase, asked for by hanna and paid. */
export const advancePaid: World = running
  .record(by('hanna'), { stream: 'project-repair', decision: TrancheRequested(payment('concept', 'advance')) })
  .and(TrancheReleased(payment('concept', 'advance')));
