import { describe, expect, it } from 'vitest';
import { by } from '../../kernel/testing/given-when-then.ts';
import { agreementText, running } from '../../testing/agreement-stories.ts';
import { awarded, inPilot, selected, submitted } from '../../testing/stories.ts';
import { GateDecided } from '../phases/phases.ts';
import { project } from '../project.ts';
import { SRL_SCALE } from '../srl/scale.ts';
import { SrlAssessed } from '../srl/srl.ts';
import { AccompanierNamed, AccompanierReleased } from '../support/support.ts';
import { AgreementConditionMet, PartyReplaced, ProjectTransferred } from './agreement.ts';
import { meetAgreementCondition } from './meet-agreement-condition.ts';
import { replaceParty } from './replace-party.ts';
import { transferProject } from './transfer-project.ts';

const administrator = by('administrator');
const reasons = 'A new legal representative.';
const [region, workshops, school] = agreementText.parties;

describe('replace-party', () => {
  const heir = { ...workshops!, signatory: 'heir' };

  it('changes the signatory of a party', async () => {
    const asked = running.when(replaceParty, administrator, { party: 'workshops', by: heir, reasons });
    await asked.decides(PartyReplaced({ party: 'workshops', by: heir, reasons }));
    expect((await asked.after()).state(project).agreement?.organisations).toEqual([region, heir, school]);
  });

  it('lets a partner leave', async () => {
    const left = await running.when(replaceParty, administrator, { party: 'school', reasons }).after();
    expect(left.state(project).agreement?.organisations).toEqual([region, workshops]);
  });

  it('keeps somebody who grants and somebody who receives', async () => {
    await running.when(replaceParty, administrator, { party: 'workshops', reasons }).refuses('party-roles-missing', { roles: ['beneficiary'] });
    await running.when(replaceParty, administrator, { party: 'region', reasons }).refuses('party-roles-missing', { roles: ['authority'] });
  });

  it('brings in nobody who is there already', () =>
    running.when(replaceParty, administrator, { party: 'school', by: heir, reasons }).refuses('party-listed-twice', { parties: ['workshops'] }));

  it('knows the parties', () => running.when(replaceParty, administrator, { party: 'town', reasons }).refuses('party-unknown', { party: 'town' }));

  it('needs an agreement in force', () =>
    awarded.when(replaceParty, administrator, { party: 'school', reasons }).refuses('agreement-not-in-force', { stage: 'agreement' }));
});

describe('transfer-project', () => {
  const heir = { holder: 'heir', reasons };

  it('makes another person the holder', async () => {
    const asked = running.when(transferProject, administrator, heir);
    await asked.decides(ProjectTransferred(heir));
    expect((await asked.after()).state(project).application.holder).toBe('heir');
  });

  it('is possible while the project closes', () =>
    inPilot
      .and(GateDecided({ outcome: 'exit-with-shared-results', from: 'pilot', conditions: [], reasons }))
      .when(transferProject, administrator, heir)
      .decides(ProjectTransferred(heir)));

  it('is not for an application', async () => {
    await submitted.when(transferProject, administrator, heir).refuses('agreement-not-in-force', { stage: 'submitted' });
    await selected.when(transferProject, administrator, heir).refuses('agreement-not-in-force', { stage: 'selected' });
  });

  it('changes the holder', () =>
    running.when(transferProject, administrator, { ...heir, holder: 'hanna' }).refuses('already-the-holder', { holder: 'hanna' }));

  it('never makes a reviewer of the project its holder', () =>
    running.when(transferProject, administrator, { ...heir, holder: 'ana' }).refuses('judge-cannot-hold', { holder: 'ana' }));

  it('never makes an assessor its holder, nor whoever accompanies it now', async () => {
    const levels = [{ level: 1, outcome: 'consolidated' as const, evidence: 'Survey.' }];
    const assessed = running.and(SrlAssessed({ review: 1, assessor: 'cleo', scale: SRL_SCALE, claimed: 1, levels }));
    await assessed.when(transferProject, administrator, { ...heir, holder: 'cleo' }).refuses('judge-cannot-hold', { holder: 'cleo' });
    const accompanied = running.and(AccompanierNamed({ accompanier: 'heir' }));
    await accompanied.when(transferProject, administrator, heir).refuses('accompanier-is-holder');
    await accompanied
      .and(AccompanierReleased({ accompanier: 'heir' }))
      .when(transferProject, administrator, heir)
      .decides(ProjectTransferred(heir));
  });

  it('is decided by neither of the two', async () => {
    await running.when(transferProject, by('hanna'), heir).refuses('not-by-the-holder');
    await running.when(transferProject, by('heir'), heir).refuses('not-by-the-holder');
  });
});

describe('meet-agreement-condition', () => {
  const met = { condition: 'condition-2', evidence: 'The workshops were open on each day.' };

  it('records what the holder has done', async () => {
    const asked = running.when(meetAgreementCondition, administrator, met);
    await asked.decides(AgreementConditionMet(met));
    const { agreement } = (await asked.after()).state(project);
    expect(agreement?.conditions.map((condition) => condition.met !== undefined)).toEqual([false, true]);
  });

  it('knows the conditions', () =>
    running
      .when(meetAgreementCondition, administrator, { ...met, condition: 'condition-3' })
      .refuses('condition-unknown', { condition: 'condition-3' }));

  it('is recorded once', () =>
    running.and(AgreementConditionMet(met)).when(meetAgreementCondition, administrator, met).refuses('condition-already-met'));

  it('needs an agreement in force', () => awarded.when(meetAgreementCondition, administrator, met).refuses('agreement-not-in-force'));
});
