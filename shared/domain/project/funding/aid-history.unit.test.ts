import { describe, expect, it } from 'vitest';
import { AwardReturned } from '../../call/selection.ts';
import { on } from '../../kernel/command.ts';
import { by, type World } from '../../kernel/testing/given-when-then.ts';
import { AidDeclared, AidReduced } from '../../organisation/aid.ts';
import { deMinimisOf } from '../../organisation/de-minimis.ts';
import { OrganisationRegistered, organisation } from '../../organisation/organisation.ts';
import { plan, selected, shares } from '../../testing/stories.ts';
import { AgreementAmended, AgreementSigned, AmendmentDrafted } from '../agreement/agreement.ts';
import { amendAgreement } from '../agreement/amend-agreement.ts';
import { planAdding } from '../agreement/plan-changes.ts';
import { terminateAgreement } from '../agreement/terminate-agreement.ts';
import { settleProject } from '../payments/recovery/settle-project.ts';
import { completeProject } from '../phases/complete-project.ts';
import { GateDecided, PhaseEntered } from '../phases/phases.ts';
import { GrantAwarded } from './funding.ts';

const ORGANISATION = 'organisation-workshops';
const reasons = 'As both sides agreed.';
const aid = { aid: 'repair', granter: 'Rupture', regime: 'general' as const, amount: 10_000_000, grantedOn: '2027-04-20', source: 'award' as const };

/** An award of 100,000 euros of de minimis aid, agreed on and begun. */
const begun = selected
  .andOn(ORGANISATION, OrganisationRegistered({ name: { fr: 'Ateliers', en: 'Workshops' }, administrator: 'hanna' }), AidDeclared(aid))
  .and(GrantAwarded({ amount: 10_000_000, shares, aid: { regime: 'general', organisation: 'workshops' } }))
  .and(AgreementSigned({ signedOn: '2027-04-20', parties: ['Région', 'Atelier'], amount: 10_000_000, plan }))
  .at('2027-06-07T10:00:00Z')
  .and(PhaseEntered({ phase: 'concept', by: 'signature' }));
const drafted = (amount: number) =>
  begun.and(AmendmentDrafted({ kind: 'amounts', reasons, plan: planAdding(plan, [{ funder: 'esf', amount }], []), conditions: [] }));
const aidsOf = (world: World) => world.state(organisation, ORGANISATION).aids;
const counted = (world: World) => deMinimisOf([{ organisation: 'workshops', aids: aidsOf(world) }], 'general', '2028-01-01').counts[0]?.counted;
const leaving = begun.and(GateDecided({ outcome: 'exit-with-shared-results', from: 'concept', reasons, conditions: [] }));

describe('de minimis aid that was counted with an award', () => {
  it('is lowered by an amendment that lowers the amounts, from the day of the grant on', async () => {
    const asked = drafted(3_000_000).when(amendAgreement, by('second'), {});
    const back = [{ funder: 'esf', amount: 1_000_000 }];
    const next = planAdding(plan, [{ funder: 'esf', amount: 3_000_000 }], []);
    await asked.decides(
      AgreementAmended({ kind: 'amounts', reasons, plan: next, conditions: [], number: 1, amount: 9_000_000, returned: back }),
      on('call-spring', AwardReturned({ application: 'repair', shares: back, because: 'reduced' })),
      on(ORGANISATION, AidReduced({ aid: 'repair', by: 1_000_000, reasons })),
    );
    const after = await asked.after();
    expect([counted(begun), counted(after)]).toEqual([10_000_000, 9_000_000]);
    expect(aidsOf(after).repair).toEqual({ ...aid, amount: 9_000_000 });
  });

  it('stays as it was where the amounts do', async () => {
    const same = begun.and(AmendmentDrafted({ kind: 'terms', reasons, plan, conditions: ['Report on energy.'] }));
    expect(counted(await same.when(amendAgreement, by('second'), {}).after())).toBe(10_000_000);
  });

  it('is lowered by what an early end leaves unused: phases that were not entered', async () => {
    const ended = await begun.when(terminateAgreement, by('administrator'), { cause: 'common-accord', reasons }).after();
    expect(counted(ended)).toBe(2_000_000);
  });

  it('is lowered by what was not used when the accounts are closed, and then no more', async () => {
    const settled = await leaving.when(settleProject, by('administrator'), {}).after();
    expect(aidsOf(settled)).toEqual({});
    const completed = await settled.when(completeProject, by('administrator'), { results: 'Shared.' }).after();
    expect(completed.past.filter(({ decision }) => decision.type === AidReduced.type)).toHaveLength(1);
  });

  it('is lowered at an early end without accounts, too', async () => {
    const completed = await leaving.when(completeProject, by('administrator'), { results: 'Shared.' }).after();
    expect(aidsOf(completed)).toEqual({});
  });

  it('counts of others’ aids none, and nothing that is not there', () => {
    const reduced = begun.andOn(ORGANISATION, AidReduced({ aid: 'unknown', by: 1, reasons }));
    expect(aidsOf(reduced)).toEqual({ repair: aid });
    const most = begun.andOn(ORGANISATION, AidReduced({ aid: 'repair', by: 9_999_999, reasons }));
    expect(counted(most)).toBe(1);
    expect(aidsOf(most.andOn(ORGANISATION, AidReduced({ aid: 'repair', by: 1, reasons })))).toEqual({});
  });
});
