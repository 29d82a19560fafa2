import { describe, expect, it } from 'vitest';
import { by } from '../../kernel/testing/given-when-then.ts';
import { FunderTermsSet } from '../../programme/programme.ts';
import { agreed, agreementText, drafted, signedByAll } from '../../testing/agreement-stories.ts';
import { awarded, selected, shares } from '../../testing/stories.ts';
import { FundingGranted, GrantAwarded } from '../funding/funding.ts';
import { WithdrawalAnnounced } from '../funding/withdrawal.ts';
import { project } from '../project.ts';
import { AgreementSigned } from './agreement.ts';
import { draftAgreement } from './draft-agreement.ts';
import { AgreementDrafted, PartySigned } from './drafting.ts';
import { signAgreement } from './sign-agreement.ts';
import { signForParty } from './sign-for-party.ts';

const administrator = by('administrator');
const { plan: _, ...written } = agreementText;
const asked = { ...written, parties: [...written.parties], reportingOn: [...written.reportingOn], conditions: [...written.conditions] };
const [region, workshops, school] = asked.parties;
const inMay = awarded.at('2027-05-10T10:00:00Z');

describe('draft-agreement', () => {
  it('writes the terms, with the payments that follow from the award', () =>
    inMay.when(draftAgreement, administrator, asked).decides(AgreementDrafted(agreementText)));

  it('waits for a whole award, and comes before signature', async () => {
    await selected.when(draftAgreement, administrator, asked).refuses('no-agreement-awaited', { stage: 'selected' });
    await agreed.when(draftAgreement, administrator, asked).refuses('no-agreement-awaited', { stage: 'agreement' });
  });

  it('names each party once', () =>
    inMay
      .when(draftAgreement, administrator, { ...asked, parties: [region!, workshops!, { ...school!, party: 'workshops' }] })
      .refuses('party-listed-twice', { parties: ['workshops'] }));

  it.each([
    ['somebody who grants', [workshops!, school!], ['authority']],
    ['somebody who receives', [region!, school!], ['beneficiary']],
    ['both', [school!, { ...school!, party: 'other-school' }], ['authority', 'beneficiary']],
  ])('needs %s', (_name, parties, roles) =>
    inMay.when(draftAgreement, administrator, { ...asked, parties }).refuses('party-roles-missing', { roles }),
  );

  it('takes a funder for somebody who grants', async () => {
    const parties = [{ ...region!, role: 'funder' as const }, workshops!];
    await inMay.when(draftAgreement, administrator, { ...asked, parties }).decides(AgreementDrafted({ ...agreementText, parties }));
  });

  it('ends on a day to come', async () => {
    await inMay.when(draftAgreement, administrator, { ...asked, endsOn: '2027-05-10' }).refuses('end-already-past', { endsOn: '2027-05-10' });
    await inMay
      .when(draftAgreement, administrator, { ...asked, endsOn: '2027-05-11' })
      .decides(AgreementDrafted({ ...agreementText, endsOn: '2027-05-11' }));
  });

  it('ends no later than the money of each funder can be spent', async () => {
    const until = (eligibleUntil: string) =>
      inMay.andOn('programme-breakthrough', FunderTermsSet({ funder: 'esf', notify: {}, eligibleUntil })).when(draftAgreement, administrator, asked);
    await until('2033-06-29').refuses('beyond-funder-end', { endsOn: '2033-06-30', funders: ['esf (2033-06-29)'] });
    await until('2033-06-30').decides(AgreementDrafted(agreementText));
  });
});

describe('sign-for-party', () => {
  it('is done by the signatory of each party', () =>
    drafted.when(signForParty, by('director'), { party: 'region' }).decides(PartySigned({ party: 'region' })));

  it('makes the agreement signed with the last signature, whatever the order', async () => {
    const two = drafted.at('2027-06-01T10:00:00Z').and(PartySigned({ party: 'school' }), PartySigned({ party: 'region' }));
    const last = two.when(signForParty, by('hanna'), { party: 'workshops' });
    await last.decides(PartySigned({ party: 'workshops' }), signedByAll);
    expect((await last.after()).state(project)).toMatchObject({
      agreement: { version: 1, amount: 10_000_000, shares, endsOn: '2033-06-30', organisations: agreementText.parties },
      phases: { cleared: { phase: 'concept', by: 'signature' } },
    });
  });

  it('is for nobody else, not even the signatory of another party', () =>
    drafted.when(signForParty, by('hanna'), { party: 'region' }).refuses('not-the-signatory', { party: 'region' }));

  it('is done once', () =>
    drafted
      .and(PartySigned({ party: 'region' }))
      .when(signForParty, by('director'), { party: 'region' })
      .refuses('party-already-signed'));

  it('is done anew after a new draft', () =>
    drafted
      .and(PartySigned({ party: 'region' }), AgreementDrafted({ ...agreementText, endsOn: '2033-05-31' }))
      .when(signForParty, by('director'), { party: 'region' })
      .decides(PartySigned({ party: 'region' })));

  it('knows the parties', () => drafted.when(signForParty, by('director'), { party: 'town' }).refuses('party-unknown', { party: 'town' }));

  it('needs a draft, of this award and of no earlier one', async () => {
    await awarded.when(signForParty, by('director'), { party: 'region' }).refuses('agreement-not-drafted');
    const anew = drafted.and(FundingGranted({ funder: 'esf', amount: 4_000_000 }), GrantAwarded({ amount: 10_000_000, shares }));
    await anew.when(signForParty, by('director'), { party: 'region' }).refuses('agreement-not-drafted');
  });

  it('comes before the agreement is signed', () => agreed.when(signForParty, by('director'), { party: 'region' }).refuses('no-agreement-awaited'));

  it('waits while the award may be withdrawn', () =>
    drafted
      .and(WithdrawalAnnounced({ ground: 'unlawful', reasons: 'Outside the rules of the call.' }))
      .when(signForParty, by('director'), { party: 'region' })
      .refuses('withdrawal-pending'));
});

describe('sign-agreement', () => {
  it('on paper keeps what was drafted', () => {
    const { parties: organisations, ...terms } = agreementText;
    const paper = { signedOn: '2027-05-10', parties: ['Région', 'Les Ateliers de Nulle-Part'] };
    return drafted.when(signAgreement, administrator, paper).decides(AgreementSigned({ ...paper, amount: 10_000_000, ...terms, organisations }));
  });
});
