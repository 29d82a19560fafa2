import { describe, expect, it } from 'vitest';
import { by } from '../kernel/testing/given-when-then.ts';
import { PolicyAdopted, PolicyDrafted } from '../programme/drafts.ts';
import { Policy } from '../programme/policy.ts';
import { TrancheReleased, TrancheRequested } from '../project/funding/tranches.ts';
import { MinutesSigned } from '../sitting/minutes.ts';
import { takenAlone } from './required-people.ts';
import { inConcept, programmeStory } from './stories.ts';

const policy = Policy.parse({});
const payment = { phase: 'concept' as const, kind: 'advance' as const, amount: 100, shares: [{ funder: 'region', amount: 100 }] };

describe('a history in which somebody decided alone', () => {
  it('is told from one in which two people did', () => {
    const drafted = programmeStory.record(by('ana'), { stream: 'programme-breakthrough', decision: PolicyDrafted({ draft: 9, policy }) });
    const adopting = { stream: 'programme-breakthrough', decision: PolicyAdopted({ policyVersion: 9, inForceFrom: '2027-01-04', policy }) };
    expect(takenAlone(drafted.record(by('bob'), adopting).past)).toEqual([]);
    expect(takenAlone(drafted.record(by('ana'), adopting).past)).toEqual(['policy-adopted on programme-breakthrough by ana']);
  });

  it('shows where a payment was released by who asked for it', () => {
    const asked = inConcept.record(by('ana'), { stream: 'project-repair', decision: TrancheRequested(payment) });
    const released = { stream: 'project-repair', decision: TrancheReleased(payment) };
    expect(takenAlone(asked.record(by('bob'), released).past)).toEqual([]);
    expect(takenAlone(asked.record(by('ana'), released).past)).toEqual(['tranche-released on project-repair by ana']);
  });

  it('shows where minutes were final with one signature', () =>
    expect(
      takenAlone(programmeStory.record(by('ana'), { stream: 'sitting-spring', decision: MinutesSigned({ signatory: 'ana', final: true }) }).past),
    ).toEqual(['minutes-signed on sitting-spring by ana']));
});
