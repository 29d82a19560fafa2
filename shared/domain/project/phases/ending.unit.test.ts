import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call } from '../../call/call.ts';
import { AwardReturned } from '../../call/selection.ts';
import { on } from '../../kernel/command.ts';
import { upcast } from '../../kernel/decision.ts';
import { by } from '../../kernel/testing/given-when-then.ts';
import { processView } from '../../process/process-view.ts';
import { inConcept, inInstitutionalisation, inPilot, plan, shares, signed } from '../../testing/stories.ts';
import { AgreementTerminated } from '../agreement/agreement.ts';
import { TrancheReleased, TrancheRequested } from '../funding/tranches.ts';
import { ProjectSettled } from '../payments/recovery/settlement.ts';
import { project } from '../project.ts';
import { completeProject } from './complete-project.ts';
import { endingInWords } from './ending.ts';
import { GateDecided, ProjectCompleted, ResultsShared } from './phases.ts';
import { shareResults } from './share-results.ts';

const administrator = by('administrator');
const reasons = 'Enough was learned.';
const results = { results: 'All that was learned is published.' };
const leaving = inPilot.and(GateDecided({ outcome: 'exit-with-shared-results', from: 'pilot', conditions: [], reasons }));
const srl = { reached: 4, consolidated: 3 };
const payment = ({ phase, kind, shares: planned }: (typeof plan)[number]) => ({
  phase,
  kind,
  shares: [...planned],
  amount: planned.reduce((sum, { amount }) => sum + amount, 0),
});
const terminated = (cause: 'holder-withdrew' | 'common-accord' | 'fault') => {
  const entered = plan.filter(({ phase }) => phase !== 'institutionalisation');
  return inPilot.and(AgreementTerminated({ cause, reasons, plan: entered, returned: [] }));
};

describe('a project that ends early', () => {
  it('gives back what is still committed and was not paid, by funder', () => {
    const advance = payment(plan[0]!);
    return leaving
      .and(TrancheRequested(advance), TrancheReleased(advance))
      .when(completeProject, administrator, results)
      .decides(
        ProjectCompleted({ outcome: 'results-shared', srl, ...results }),
        on(
          'call-spring',
          AwardReturned({
            application: 'repair',
            shares: [
              { funder: 'region', amount: 5_640_000 },
              { funder: 'esf', amount: 3_760_000 },
            ],
            because: 'early-exit',
          }),
        ),
      );
  });

  it('gives nothing back twice: settled accounts have done it', () =>
    leaving
      .and(ProjectSettled({ due: shares, unused: shares }))
      .when(completeProject, administrator, results)
      .decides(ProjectCompleted({ outcome: 'results-shared', srl, ...results })));

  it('returns nothing where all was paid', () =>
    leaving
      .and(...plan.map(payment).flatMap((all) => [TrancheRequested(all), TrancheReleased(all)]))
      .when(completeProject, administrator, results)
      .decides(ProjectCompleted({ outcome: 'results-shared', srl, ...results })));

  it.each([
    ['holder-withdrew', 'withdrawn'],
    ['common-accord', 'terminated'],
    ['fault', 'terminated'],
  ] as const)('because its agreement did (%s) is %s, with what its phases leave unpaid given back', (cause, outcome) =>
    terminated(cause)
      .when(completeProject, administrator, results)
      .decides(
        ProjectCompleted({ outcome, srl, ...results }),
        on(
          'call-spring',
          AwardReturned({
            application: 'repair',
            shares: [
              { funder: 'region', amount: 4_800_000 },
              { funder: 'esf', amount: 3_200_000 },
            ],
            because: outcome,
          }),
        ),
      ),
  );

  it('leaves of the envelope what was paid, exact by funder, whatever was', () =>
    fc.assert(
      fc.asyncProperty(fc.subarray([...plan]), async (paid) => {
        const world = leaving.and(...paid.map(payment).flatMap((all) => [TrancheRequested(all), TrancheReleased(all)]));
        const { committed } = (await world.when(completeProject, administrator, results).after()).state(call, 'call-spring');
        for (const { funder } of shares) {
          const out = paid.flatMap((one) => one.shares).filter((share) => share.funder === funder);
          expect(committed[funder]).toBe(out.reduce((sum, { amount }) => sum + amount, 0));
        }
      }),
    ));
});

describe('share-results', () => {
  const shared = { results: [{ what: 'The protocol.', where: 'https://example.org/protocol' }] };
  const owed = async (world: typeof leaving) =>
    (await processView('project', 'repair', world.load)).obligations.filter(({ kind }) => kind === 'share-results');

  it('says where results are, in a phase or at the end', async () => {
    await inConcept.when(shareResults, by('hanna'), shared).decides(ResultsShared(shared));
    await leaving.when(shareResults, by('hanna'), shared).decides(ResultsShared(shared));
  });

  it('is for a project that runs', async () => {
    await signed.when(shareResults, by('hanna'), shared).refuses('project-not-running', { stage: 'agreement' });
    const ended = await leaving.when(completeProject, administrator, results).after();
    await ended.when(shareResults, by('hanna'), shared).refuses('project-not-running', { stage: 'ended' });
  });

  it('says it by an address', () =>
    expect(shareResults.data.safeParse({ results: [{ what: 'The protocol.', where: 'on our site' }] }).success).toBe(false));

  it('is due from the holder ninety days after the gate or the end of the agreement, unless it was done', async () => {
    expect(await owed(leaving)).toMatchObject([{ for: { person: 'hanna' }, due: '2028-04-16T22:00:00Z' }]);
    expect(await owed(terminated('fault'))).toHaveLength(1);
    expect(await owed(leaving.and(ResultsShared(shared)))).toEqual([]);
    expect(await owed(inPilot.and(ResultsShared(shared), ...leaving.past.slice(-1).map(({ decision }) => decision)))).toEqual([]);
    expect(await owed(inInstitutionalisation)).toEqual([]);
  });
});

describe('the words for an end that came with the agreement', () => {
  it('name the level and who wished it', () => {
    expect(endingInWords({ outcome: 'withdrawn', srl: { reached: 5, consolidated: 4 } })).toEqual({
      fr: 'Terminé au niveau SRL 5, à la demande du porteur, résultats partagés',
      en: 'Ended at SRL 5, at the holder’s wish, results shared',
    });
    expect(endingInWords({ outcome: 'terminated' })).toEqual({
      fr: 'Terminé, avec la convention, résultats partagés',
      en: 'Ended, with its agreement, results shared',
    });
    expect(endingInWords({ outcome: 'completed', srl: { reached: 9, consolidated: 9 } }).fr).toBe('Achevé au niveau SRL 9, résultats partagés');
  });

  it('of an older record stay as they were', () =>
    expect(upcast(project.types.get(ProjectCompleted.type)!, { version: 1, data: { outcome: 'completed', ...results } })).toEqual({
      outcome: 'completed',
      ...results,
    }));
});

it('an exit keeps the phase that the project was in', () => expect(leaving.state(project).phases.current).toBe('pilot'));
