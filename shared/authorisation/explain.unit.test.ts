import { describe, expect, it } from 'vitest';
import { explaining, ownPolicies } from './index.ts';
import { asked, inPilot, person } from './testing/asking.ts';

const explain = explaining();
const why = (verdict: ReturnType<typeof asked>, action: string) => explain({ tenant: 'tenant-a', action }, verdict);

describe('why somebody may not', () => {
  it('is the ban, where there is one, and what would have to change', () => {
    const action = 'project/decide-gate';
    const told = why(asked(person('hal'), ['administrator'], action, { state: inPilot }), action);
    expect(told).toMatchObject({ allowed: false, decided: [{ policy: 'nobody-judges-their-own-project' }], wouldTake: [] });
    expect(told.decided[0]?.says.fr).toContain('une autre personne doit agir');
  });

  it('is else who may, of whom any would do', () => {
    const action = 'project/decide-gate';
    const told = why(asked(person('zoe'), [], action, { state: inPilot }), action);
    expect(told).toMatchObject({ allowed: false, decided: [] });
    expect(told.wouldTake.map(({ says }) => says.en)).toEqual(['an administrator of the programme', 'the chair of the committee']);
  });
});

describe('why somebody may', () => {
  it('is the permission that was used', () => {
    const action = 'project/submit-review';
    expect(why(asked(person('rea'), ['reviewer'], action), action)).toMatchObject({
      allowed: true,
      decided: [{ policy: 'assigned-reviewer-reviews' }],
      wouldTake: [],
    });
  });
});

describe('the words of the policies', () => {
  it('are a sentence where they forbid, and complete one where they permit', () => {
    for (const { id, says, json } of ownPolicies()) {
      for (const words of [says.en, says.fr]) expect(/^\p{Lu}.*\.$/u.test(words), `${id}: ${words}`).toBe(json.effect === 'forbid');
    }
  });
});
