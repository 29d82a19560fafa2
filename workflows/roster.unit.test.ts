import { keepers } from '@jalon/domain/pure';
import { describe, expect, it } from 'vitest';
import * as definitions from './index.ts';
import { roster, workflowIdOf } from './roster.ts';

/** The kinds of obligation that a workflow keeps in any stage. */
const kindsKeptBy = (keeper: string) => new Set(roster.filter((one) => one.keeper === keeper).flatMap(({ kept }) => Object.values(kept).flat()));

describe('what the workflows keep', () => {
  it.each(Object.entries(keepers))('has "%s" kept by exactly one workflow, %s, as the domain says', (kind, keeper) => {
    const keeping = roster.filter(({ kept }) => Object.values(kept).some((kinds) => kinds.some((one) => one === kind)));
    expect(keeping.map((one) => one.keeper)).toEqual([keeper]);
  });

  it('names no kind that the domain does not know', () => {
    const kept = roster.flatMap(({ keeper }) => [...kindsKeptBy(keeper)]);
    expect(kept.filter((kind) => !(kind in keepers))).toEqual([]);
  });

  it('has every workflow that is bundled, and starts none that is not', () => {
    expect(roster.map(({ name }) => name).toSorted()).toEqual(Object.keys(definitions).toSorted());
  });

  it('has nothing kept in a stage on which the workflow ends', () => {
    for (const { kept, endsIn } of roster) for (const stage of endsIn) expect(kept[stage]).toBeUndefined();
  });

  it('gives the workflows of one thing ids of their own', () => {
    const ids = roster.filter(({ kind }) => kind === 'project').map(({ name }) => workflowIdOf(name, { tenant: 'region', stream: 'project-repair' }));
    expect(ids).toEqual(['region/project-repair', 'region/project-repair/srl-reviews']);
  });
});
