import { organisation } from '@jalon/domain';
import { describe, expect, it } from 'vitest';
import { application, asked, draftedCall, inPilot, may, person, toSign } from './testing/asking.ts';

describe('roles', () => {
  it('in the authority hold in every programme, those in a programme hold there', () => {
    expect(may('ada', ['administrator'], 'call/publish-call')).toBe(true);
    expect(may('ada', [], 'call/publish-call', { inProgramme: ['administrator'] })).toBe(true);
    expect(may('ada', [], 'call/publish-call')).toBe(false);
  });

  it('of a programme do not reach the authority or the journal of the tenant', () => {
    expect(may('ada', [], 'journal/read', { inProgramme: ['auditor'] })).toBe(false);
    expect(may('ada', [], 'organisation/grant-role', { inProgramme: ['administrator'] })).toBe(false);
  });

  it('are not had by somebody whose id is a word that every object knows', () => {
    expect(asked(person('constructor'), [], 'programme/create-programme').allowed).toBe(false);
    expect(may('constructor', ['administrator'], 'programme/create-programme')).toBe(true);
  });

  it('are named in the decision by the policy that let it pass', () => {
    expect(asked(person('rea'), ['reviewer'], 'project/submit-review').policies).toEqual(['assigned-reviewer-reviews']);
  });
});

describe('a reviewer', () => {
  it('reviews what was assigned to them, and nothing else', () => {
    expect(may('rea', ['reviewer'], 'project/submit-review')).toBe(true);
    expect(may('rob', ['reviewer'], 'project/submit-review')).toBe(false);
    expect(may('rob', ['reviewer'], 'project/read')).toBe(false);
  });

  it('has no more part in a project after declaring a conflict of interest, whatever other roles they have', () => {
    const verdict = asked(person('ren'), ['reviewer', 'administrator', 'committee-chair'], 'project/decide-gate', { state: inPilot });
    expect(verdict).toEqual({ allowed: false, policies: ['conflict-of-interest-bars'] });
    for (const action of ['project/submit-review', 'project/assess-srl', 'project/read']) {
      expect(may('ren', ['reviewer', 'auditor'], action, { state: inPilot })).toBe(false);
    }
  });

  it('declines what was assigned to them, and nothing else', () => {
    expect(may('rea', ['reviewer'], 'project/decline-review')).toBe(true);
    expect(may('rob', ['reviewer'], 'project/decline-review')).toBe(false);
  });

  it('is not alone in declaring a conflict of interest: whoever judges or decides can', () => {
    const judging = ['reviewer', 'committee-member', 'committee-chair', 'administrator', 'accountant', 'funder'] as const;
    for (const role of [...judging, 'instructor', 'controller', 'authorising-officer'] as const) {
      expect(may('zoe', [role], 'project/declare-conflict')).toBe(true);
    }
    for (const role of ['auditor', 'project-holder'] as const) expect(may('zoe', [role], 'project/declare-conflict')).toBe(false);
  });

  it('sees and assesses under way what they reviewed or were named to assess, and no other project', () => {
    for (const action of ['project/assess-srl', 'project/assess-milestone', 'project/read']) {
      expect(may('rob', ['reviewer'], action, { state: inPilot })).toBe(false);
      expect(may('rea', ['reviewer'], action, { state: inPilot })).toBe(true);
      expect(may('rob', ['reviewer'], action, { state: { ...inPilot, assessors: { rob: 'named' } } })).toBe(true);
      for (const one of ['rea', 'rob'])
        expect(may(one, ['reviewer'], action, { state: { ...inPilot, assessors: { [one]: 'released' } } })).toBe(false);
    }
    expect(may('rea', ['reviewer'], 'project/assess-srl', { state: application })).toBe(false);
    expect(may('hal', ['reviewer'], 'project/assess-srl', { state: inPilot })).toBe(false);
  });
});

describe('a project holder', () => {
  it('acts for their own project, and for no other', () => {
    for (const action of ['project/revise-application', 'project/submit-application', 'project/request-tranche', 'project/read']) {
      expect(may('hal', ['project-holder'], action)).toBe(true);
      expect(may('hugo', ['project-holder'], action)).toBe(false);
    }
  });

  it('appeals for their own project, and does not answer the appeal', () => {
    expect(may('hal', ['project-holder'], 'project/lodge-appeal')).toBe(true);
    expect(may('hugo', ['project-holder'], 'project/lodge-appeal')).toBe(false);
    for (const action of ['decide-appeal', 'correct-outcome', 'notify-outcome', 'confirm-after-conflict', 'place-application', 'record-consensus']) {
      expect(may('ada', ['administrator'], `project/${action}`)).toBe(true);
      expect(may('hal', ['administrator'], `project/${action}`)).toBe(false);
    }
  });

  it('judges nothing of their own project, whatever other roles they have', () => {
    const everything = ['administrator', 'reviewer', 'committee-chair', 'accountant', 'project-holder'] as const;
    for (const action of ['assess-eligibility', 'assign-reviewer', 'assess-milestone', 'assess-srl', 'decide-gate', 'release-tranche']) {
      expect(asked(person('hal'), everything, `project/${action}`, { state: inPilot })).toEqual({
        allowed: false,
        policies: ['nobody-judges-their-own-project'],
      });
    }
  });
});

describe('whoever speaks for an organisation', () => {
  const ateliers = { ...organisation.initial, roles: { paule: ['administrator' as const], hal: ['project-holder' as const] } };

  it('keeps what it says of itself, and does not confirm its account or strike out an aid', () => {
    for (const action of ['register-account', 'make-declaration', 'declare-aid', 'name-signatory', 'read']) {
      expect(may('paule', [], `organisation/${action}`, { state: ateliers })).toBe(true);
      expect(may('hal', [], `organisation/${action}`, { state: ateliers })).toBe(false);
    }
    for (const action of ['confirm-account', 'cancel-aid', 'join-undertaking', 'grant-role']) {
      expect(may('paule', [], `organisation/${action}`, { state: ateliers })).toBe(false);
    }
  });

  it('is nobody for the authority: what they hold there counts as it stands', () =>
    expect(may('paule', [], 'organisation/register-account', { id: 'authority', state: ateliers })).toBe(false));
});

describe('a funder', () => {
  it('decides for itself and for no other', () => {
    expect(may('funder-region', ['funder'], 'project/decide-funding', { data: { funder: 'region' } })).toBe(true);
    expect(may('funder-region', ['funder'], 'project/decide-funding', { data: { funder: 'fse' } })).toBe(false);
    expect(may('funder-fse', ['funder'], 'project/decide-funding', { data: { funder: 'region' } })).toBe(false);
  });

  it('decides nothing where it puts no money in, or without the role', () => {
    expect(may('funder-fse', ['funder'], 'project/decide-funding', { data: { funder: 'fse' } })).toBe(false);
    expect(may('funder-region', [], 'project/decide-funding', { data: { funder: 'region' } })).toBe(false);
  });

  it('reads what it co-funds', () => {
    expect(may('funder-region', ['funder'], 'project/read')).toBe(true);
    expect(may('funder-fse', ['funder'], 'project/read')).toBe(false);
  });
});

describe('an agreement', () => {
  const party = { state: toSign, data: { party: 'region' } };

  it('is signed by whoever it names as a signatory, whatever their roles, and by nobody else', () => {
    expect(may('sig', [], 'project/sign-for-party', party)).toBe(true);
    expect(may('adam', ['administrator'], 'project/sign-for-party', party)).toBe(false);
  });

  it('is amended, suspended and terminated by administrators, never by its holder', () => {
    for (const action of ['lift-reservation', 'amend-agreement', 'suspend-agreement', 'terminate-agreement', 'withdraw-award']) {
      expect(may('adam', ['administrator'], `project/${action}`)).toBe(true);
      expect(may('hal', ['administrator', 'project-holder'], `project/${action}`)).toBe(false);
    }
  });

  it('is left by its holder alone', () => {
    expect(may('hal', ['project-holder'], 'project/withdraw-from-agreement')).toBe(true);
    expect(may('adam', ['administrator'], 'project/withdraw-from-agreement')).toBe(false);
  });

  it('waits for the act of a funder, which records that its own is executory', () => {
    expect(may('funder-region', ['funder'], 'project/record-executory', { data: { funder: 'region' } })).toBe(true);
    expect(may('funder-region', ['funder'], 'project/record-executory', { data: { funder: 'fse' } })).toBe(false);
  });
});

describe('an accompanier', () => {
  const accompanied = (standing: 'named' | 'released') => ({
    state: { ...inPilot, support: { ...inPilot.support, accompaniers: { acc: standing } } },
  });

  it('keeps the record with the holder, without any role, until released', () => {
    for (const action of ['record-support', 'review-value', 'revise-target-system', 'read']) {
      expect(may('acc', [], `project/${action}`, accompanied('named'))).toBe(true);
      expect(may('acc', [], `project/${action}`, accompanied('released'))).toBe(false);
      expect(may('ada', [], `project/${action}`, accompanied('named'))).toBe(false);
    }
    expect(may('acc', [], 'project/submit-report', accompanied('named'))).toBe(false);
  });

  it('judges nothing of the project, whatever other roles they have', () => {
    const judging = ['assess-milestone', 'assess-srl', 'reconcile-srl', 'assess-work-srl', 'confirm-consolidation', 'conclude-srl-review'];
    for (const action of [...judging, 'prepare-gate', 'decide-gate', 'begin-overlap', 'confirm-condition']) {
      expect(asked(person('acc'), ['reviewer', 'administrator', 'committee-chair'], `project/${action}`, accompanied('named'))).toEqual({
        allowed: false,
        policies: ['whoever-accompanies-does-not-judge'],
      });
    }
  });

  it('is named by an administrator, who is not the holder', () => {
    expect(may('adam', ['administrator'], 'project/name-accompanier')).toBe(true);
    expect(may('hal', ['administrator', 'project-holder'], 'project/name-accompanier')).toBe(false);
  });
});

describe('a gate', () => {
  it('is prepared and its conditions confirmed by an administrator, decided by the chair, its conditions met by the holder', () => {
    for (const action of ['prepare-gate', 'begin-overlap', 'confirm-condition']) {
      expect(may('adam', ['administrator'], `project/${action}`, { state: inPilot })).toBe(true);
      expect(may('hal', ['administrator', 'project-holder'], `project/${action}`, { state: inPilot })).toBe(false);
      expect(may('cleo', ['committee-chair'], `project/${action}`, { state: inPilot })).toBe(false);
    }
    for (const action of ['meet-condition', 'share-results']) {
      expect(may('hal', ['project-holder'], `project/${action}`, { state: inPilot })).toBe(true);
      expect(may('hugo', ['project-holder'], `project/${action}`, { state: inPilot })).toBe(false);
    }
    expect(may('adam', ['administrator'], 'project/meet-condition', { state: inPilot })).toBe(false);
  });
});

describe('a call', () => {
  it('is for everybody to read once it is published, its ranking is not', () => {
    expect(may('anybody', [], 'call/read')).toBe(true);
    expect(may('anybody', [], 'call/read', { state: draftedCall })).toBe(false);
    expect(may('hal', ['project-holder'], 'call/read-ranking')).toBe(false);
    expect(may('cora', ['committee-member'], 'call/read-ranking')).toBe(true);
  });
});

describe('who decided', () => {
  it('is shown to those who run or check the programme, not to the holder', () => {
    expect(may('aud', ['auditor'], 'project/read-actors')).toBe(true);
    expect(may('hal', ['project-holder'], 'project/read-actors')).toBe(false);
  });
});

describe('what is not a person', () => {
  it('a process does what falls due and takes no decision of a person', () => {
    const process = { kind: 'process', id: 'journeys' } as const;
    expect(asked(process, [], 'project/record-silence').allowed).toBe(true);
    expect(asked(process, [], 'project/submit-review').allowed).toBe(false);
    expect(asked(process, ['administrator'], 'programme/adopt-policy').allowed).toBe(false);
  });

  it('an import may record anything, since an operator runs it', () => {
    expect(asked({ kind: 'import', id: 'operator' }, [], 'project/submit-review').policies).toEqual(['import-brings-in-records']);
  });
});
