import { describe, expect, it } from 'vitest';
import { by, type World } from '../../kernel/testing/given-when-then.ts';
import { processView } from '../../process/process-view.ts';
import { Policy } from '../../programme/policy.ts';
import { PolicyAdopted } from '../../programme/programme.ts';
import { awarded, inConcept, signed } from '../../testing/stories.ts';
import { GateDecided, ProjectCompleted } from '../phases/phases.ts';
import { GrantPublished } from './agreement.ts';
import { publishGrant } from './publish-grant.ts';

const administrator = by('administrator');
const where = 'https://data.example.org/grants';
const due = async (world: World) =>
  (await processView('project', 'repair', world.load)).obligations
    .filter(({ kind }) => kind === 'publish-grant')
    .map(({ due: by, for: who }) => ({ by, who }));
const publishing = (reporting: object) =>
  awarded.andOn('programme-breakthrough', PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-01-01', policy: Policy.parse({ reporting }) }));

describe('publish-grant', () => {
  it('says where the grant is published, as often as that changes', () => {
    signed.when(publishGrant, administrator, { where }).decides(GrantPublished({ where }));
    const moved = 'https://data.example.org/other';
    signed
      .and(GrantPublished({ where }))
      .when(publishGrant, administrator, { where: moved })
      .decides(GrantPublished({ where: moved }));
  });

  it('is refused where nothing was signed', () =>
    awarded.when(publishGrant, administrator, { where }).refuses('agreement-not-signed', { stage: 'agreement' }));
});

describe('the publication of a grant', () => {
  it('is due from an administrator three months after signature, whatever becomes of the project', async () => {
    const owed = [{ who: { role: 'administrator' }, by: '2027-09-01T22:00:00Z' }];
    expect(await due(signed)).toEqual(owed);
    expect(await due(inConcept)).toEqual(owed);
    const left = inConcept.and(GateDecided({ outcome: 'exit-with-shared-results', from: 'concept', reasons: 'Enough.', conditions: [] }));
    expect(await due(left)).toEqual(owed);
    expect(await due(left.and(ProjectCompleted({ outcome: 'completed', results: 'Shared.' })))).toEqual(owed);
  });

  it('counts from the day of signature, however late that is recorded', async () => {
    const [award] = signed.past.filter(({ decision }) => decision.type === 'agreement-signed');
    const { data, ...rest } = award!.decision;
    const early = awarded.and({ ...rest, data: { ...(data as object), signedOn: '2027-05-03' } } as typeof rest & { data: typeof data });
    expect((await due(early)).map(({ by: on }) => on)).toEqual(['2027-08-03T22:00:00Z']);
  });

  it('is due of no grant that is not signed, that is published, or that is not above the amount of the policy', async () => {
    expect(await due(awarded)).toEqual([]);
    expect(await due(signed.and(GrantPublished({ where })))).toEqual([]);
    const [award] = signed.past.filter(({ decision }) => decision.type === 'agreement-signed');
    const under = (publishedAbove: number) => due(publishing({ publishedAbove }).and(award!.decision));
    expect(await under(10_000_000)).toEqual([]);
    expect(await under(9_999_999)).toHaveLength(1);
  });

  it('follows the time of the policy', async () => {
    const [award] = signed.past.filter(({ decision }) => decision.type === 'agreement-signed');
    expect(await due(publishing({ publishedWithin: 'P10D' }).and(award!.decision))).not.toEqual(await due(signed));
  });
});
