import { describe, expect, it } from 'vitest';
import { type Application, barredFrom, plan, proposalsFor, type Reviewer } from './proposals.ts';

const application = (project: string, more: Partial<Application> = {}): Application => ({
  project,
  number: 1,
  title: project,
  holder: 'hal',
  reviews: [],
  conflicts: [],
  missing: 2,
  ...more,
});
const reviewer = (person: string, open = 0, topics: string[] = []): Reviewer => ({ person, open, topics, submitted: 0 });

describe('reviewers proposed for an application', () => {
  it('are those who know the subject, then those who owe least', () => {
    const proposed = proposalsFor(application('a'), [reviewer('ana', 0), reviewer('bea', 3, ['food']), reviewer('cyd', 1)], ['food']);
    expect(proposed.map(({ reviewer: { person } }) => person)).toEqual(['bea', 'ana', 'cyd']);
  });

  it('are never its holder, nor somebody in conflict of interest, nor somebody asked before', () => {
    const reviews: Application['reviews'] = [
      { person: 'ana', standing: 'asked' },
      { person: 'bea', standing: 'conflict' },
      { person: 'cyd', standing: 'left' },
    ];
    const asked = application('a', { reviews, conflicts: ['dan'] });
    expect(['hal', 'ana', 'bea', 'cyd', 'dan', 'eve'].map((person) => barredFrom(asked, person))).toEqual([
      'holder',
      'asked',
      'conflict',
      'left',
      'conflict',
      undefined,
    ]);
  });
});

describe('a plan for a whole call', () => {
  it('fills every free place and shares the load', () => {
    const planned = plan(
      { applications: [application('a'), application('b'), application('c')], reviewers: ['ana', 'bea', 'cyd'].map((one) => reviewer(one)) },
      [],
    );
    expect(planned).toHaveLength(6);
    const load = Map.groupBy(planned, ({ person }) => person);
    expect([...load.values()].map((those) => those.length)).toEqual([2, 2, 2]);
  });

  it('leaves a place free that nobody can take', () => {
    const planned = plan({ applications: [application('a', { conflicts: ['ana'] })], reviewers: [reviewer('ana'), reviewer('bea')] }, []);
    expect(planned.map(({ person }) => person)).toEqual(['bea']);
  });
});
