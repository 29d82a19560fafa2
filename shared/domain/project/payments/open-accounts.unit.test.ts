import { describe, expect, it } from 'vitest';
import { by, type World } from '../../kernel/testing/given-when-then.ts';
import { advancePaid, certified, inFull, of, statementDeclared } from '../../testing/payments-stories.ts';
import { inConcept, inInstitutionalisation } from '../../testing/stories.ts';
import { CheckOpened, FindingRecorded } from '../checks/checks.ts';
import { CorrectionDecided } from '../checks/corrections.ts';
import { completeProject } from '../phases/complete-project.ts';
import { GateDecided } from '../phases/phases.ts';
import { project, projectKnown } from '../project.ts';
import { openAccounts } from './open-accounts.ts';
import { RecoveryFound, RecoveryWaived } from './recovery/recovery.ts';
import { ProjectSettled } from './recovery/settlement.ts';

const shares = [{ funder: 'region', amount: 100 }];
const settled = ProjectSettled({ due: shares, unused: shares });

async function openIn(world: World): Promise<string | undefined> {
  const state = world.state(project);
  const known = await projectKnown(state, { id: 'repair', data: {}, by: by('administrator'), at: world.now }, world.load);
  return openAccounts(state, known)?.refused;
}

describe('the accounts of a project', () => {
  it('stay open in the full procedure until it is settled', async () => {
    expect(await openIn(inFull)).toBe('project-not-settled');
    expect(await openIn(inFull.and(settled))).toBeUndefined();
    expect(await openIn(inConcept)).toBeUndefined();
    const closing = inFull.and(GateDecided({ outcome: 'exit-with-shared-results', from: 'concept', conditions: [], reasons: 'It ends here.' }));
    await closing.when(completeProject, by('administrator'), { results: 'Shared.' }).refuses('project-not-settled');
  });

  it('stay open while expenditure is examined', async () => {
    expect(await openIn(statementDeclared.and(settled))).toBe('expenditure-under-examination');
    expect(await openIn(certified(advancePaid, 1, 'concept', 5_000).and(settled))).toBeUndefined();
  });

  it('stay open while a finding waits for a decision', async () => {
    const found = of(inConcept, 'carl', CheckOpened({ check: 'sample', kind: 'sample', scope: 'Staff.' })).and(
      FindingRecorded({ check: 'sample', finding: 'sheets', found: 'Unsigned.', concerned: 1, attachments: [] }),
    );
    expect(await openIn(found)).toBe('findings-undecided');
    expect(
      await openIn(found.and(CorrectionDecided({ finding: 'sheets', mode: 'none', phase: 'concept', shares: [], reasons: 'Signed.' }))),
    ).toBeUndefined();
  });

  it('stay open while something has to come back, and with them the project', async () => {
    const found = inInstitutionalisation.and(RecoveryFound({ recovery: 1, amount: 100, shares, phase: 'concept', because: 'settlement' }));
    expect(await openIn(found)).toBe('recovery-awaits-payment');
    await found.when(completeProject, by('administrator'), { results: 'Shared.' }).refuses('recovery-awaits-payment', { recoveries: ['1'] });
    expect(await openIn(found.and(RecoveryWaived({ recovery: 1, amount: 100, shares, ground: 'remission', reasons: 'Hardship.' })))).toBeUndefined();
  });
});
