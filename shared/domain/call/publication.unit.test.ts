import { describe, expect, it } from 'vitest';
import { by, type World } from '../kernel/testing/given-when-then.ts';
import { processView } from '../process/process-view.ts';
import { ApplicationStarted } from '../project/application/application.ts';
import { project } from '../project/project.ts';
import { ApplicationReserved } from '../project/selection/selection.ts';
import { ApplicationRegistered } from '../register/register.ts';
import { awarded, selected, underReview } from '../testing/stories.ts';
import { outcomeOf } from './applications-known.ts';
import { ClosingReportPublished, ResultsPublished } from './publication.ts';
import { publishClosingReport } from './publish-closing-report.ts';
import { publishResults } from './publish-results.ts';

const administrator = by('administrator');
const words = { fr: 'Un projet est retenu.', en: 'One project is selected.' };
const register = (world: World, application: string) => world.andOn('register-spring', ApplicationRegistered({ application }));

/** Beside the selected application there are one in reserve and one that was never handed in. */
const concluded = register(register(selected, 'waiting'), 'unsent')
  .andOn('project-waiting', ApplicationReserved({ rank: 2, total: 70, amount: 1 }))
  .andOn('project-unsent', ApplicationStarted({ call: 'spring', holder: 'ugo' }))
  .of('call-spring');

describe('publish-results', () => {
  it('names those that are selected, and nobody else', () =>
    concluded.when(publishResults, administrator, { words }).decides(ResultsPublished({ selected: ['repair'], words })));

  it('still names a selected one once it is awarded', () =>
    awarded
      .of('call-spring')
      .when(publishResults, administrator, { words })
      .decides(ResultsPublished({ selected: ['repair'], words })));

  it('comes after the selection, once', async () => {
    await underReview.of('call-spring').when(publishResults, administrator, { words }).refuses('selection-not-concluded', { stage: 'closed' });
    await concluded
      .and(ResultsPublished({ selected: ['repair'], words }))
      .when(publishResults, administrator, { words })
      .refuses('results-already-published');
  });

  it('is due within three months of the selection', async () => {
    const owed = async (world: World) =>
      (await processView('call', 'spring', world.load)).obligations.filter(({ kind }) => kind === 'publish-results');
    expect(await owed(concluded)).toMatchObject([{ for: { role: 'administrator' }, due: '2027-07-20T22:00:00Z' }]);
    expect(await owed(concluded.and(ResultsPublished({ selected: ['repair'], words })))).toEqual([]);
  });
});

describe('publish-closing-report', () => {
  it('counts what became of the applications and of the money', () =>
    concluded.when(publishClosingReport, administrator, { words }).decides(
      ClosingReportPublished({
        started: 3,
        outcomes: [
          { outcome: 'not-handed-in', applications: 1 },
          { outcome: 'reserve', applications: 1 },
          { outcome: 'selected', applications: 1 },
        ],
        funders: [
          { funder: 'region', amount: 60_000_000, committed: 6_000_000 },
          { funder: 'esf', amount: 40_000_000, committed: 4_000_000 },
        ],
        words,
      }),
    ));

  it('can be published again, and counts anew', async () => {
    const once = await concluded.when(publishClosingReport, administrator, { words }).after();
    const again = await register(once, 'late').when(publishClosingReport, administrator, { words }).after();
    expect(ClosingReportPublished.data.parse(again.past.at(-1)?.decision.data).started).toBe(4);
  });

  it('comes after the selection', () =>
    underReview.of('call-spring').when(publishClosingReport, administrator, { words }).refuses('selection-not-concluded', { stage: 'closed' }));
});

describe('what became of an application', () => {
  it.each([
    ['draft', false, 'not-handed-in'],
    ['ineligible', false, 'ineligible'],
    ['not-selected', false, 'not-selected'],
    ['pilot', true, 'awarded'],
    ['ended', true, 'ended'],
    ['ended', false, 'ended'],
    ['refused', false, 'ended'],
  ] as const)('at %s, awarded %s, counts as %s', (stage, award, outcome) => {
    const { funding } = awarded.of('project-repair').state(project);
    const { awarded: given, ...without } = funding;
    expect(outcomeOf({ stage, funding: award ? { ...without, ...(given && { awarded: given }) } : without })).toBe(outcome);
  });
});
