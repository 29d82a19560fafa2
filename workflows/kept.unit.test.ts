import { processView } from '@jalon/domain';
import { keepers } from '@jalon/domain/pure';
import { stories, type World } from '@jalon/domain/testing';
import { describe, expect, it } from 'vitest';
import { roster } from './roster.ts';

const projects: Readonly<Record<string, World>> = {
  'has applied': stories.submitted,
  'is in review': stories.underReview,
  'is selected': stories.selected,
  'is awarded': stories.awarded,
  'has signed': stories.signed,
  'is in its concept phase': stories.inConcept,
  'is ready for the pilot': stories.readyForPilot,
  'is in its pilot': stories.inPilot,
  'is in its last phase': stories.inInstitutionalisation,
};
const calls: Readonly<Record<string, World>> = {
  'is published': stories.publishedCall,
  'is open': stories.openCall,
  'is closed': stories.underReview,
};

/** The obligations of a thing that no workflow keeps in its stage. */
async function notKept(
  kind: 'project' | 'call',
  id: string,
  world: World,
): Promise<{ readonly owed: number; readonly forgotten: readonly string[] }> {
  const { stage, obligations } = await processView(kind, id, world.load);
  const forgotten = obligations.filter((owed) => {
    const keeper = roster.find((one) => one.keeper === keepers[owed.kind]);
    return !keeper?.kept[stage]?.includes(owed.kind);
  });
  return { owed: obligations.length, forgotten: forgotten.map((owed) => `${owed.kind} in ${stage}`) };
}

describe('whatever is owed is kept', () => {
  it.each(Object.entries(projects))('on a project that %s', async (_, world) => {
    const { owed, forgotten } = await notKept('project', 'repair', world);
    expect(forgotten).toEqual([]);
    expect(owed).toBeGreaterThan(0);
  });

  it.each(Object.entries(calls))('on a call that %s', async (_, world) => {
    const { owed, forgotten } = await notKept('call', 'spring', world);
    expect(forgotten).toEqual([]);
    expect(owed).toBeGreaterThan(0);
  });
});
