import { describe, expect, it } from 'vitest';
import { asked, draftedCall, may } from './testing/asking.ts';

describe('a sitting', () => {
  const taking = ['give-proxy', 'declare-no-interest', 'recuse', 'cast-vote', 'sign-minutes', 'read'];
  const keeping = ['convene-sitting', 'open-sitting', 'hear-applicant', 'conclude-item', 'sign-minutes', 'adjourn-sitting', 'cancel-sitting', 'read'];

  it('is for whoever is convened to it and still has a part in the programme', () => {
    for (const action of taking) {
      expect(may('mia', ['committee-member'], `sitting/${action}`)).toBe(true);
      expect(may('mia', [], `sitting/${action}`, { inProgramme: ['committee-member'] })).toBe(true);
      expect(may('mia', [], `sitting/${action}`)).toBe(false);
    }
  });

  it('is voted in by nobody who was not convened, whatever their role', () => {
    for (const role of ['committee-member', 'committee-chair', 'administrator'] as const) {
      expect(may('stranger', [role], 'sitting/cast-vote')).toBe(false);
      expect(may('stranger', [role], 'sitting/recuse')).toBe(false);
    }
  });

  it('is kept by the chair and by administrators, not by its members', () => {
    for (const action of keeping) {
      expect(may('ada', ['administrator'], `sitting/${action}`)).toBe(true);
      expect(may('chloe', ['committee-chair'], `sitting/${action}`)).toBe(true);
    }
    for (const action of ['convene-sitting', 'open-sitting', 'conclude-item', 'cancel-sitting']) {
      expect(may('mia', ['committee-member'], `sitting/${action}`)).toBe(false);
    }
  });

  it('is hidden from applicants', () => expect(may('hal', ['project-holder'], 'sitting/read')).toBe(false));

  it('is kept on time by the process, which takes no decision of a person', () => {
    const process = { kind: 'process', id: 'journeys' } as const;
    expect(asked(process, [], 'sitting/remind').allowed).toBe(true);
    expect(asked(process, [], 'sitting/cast-vote').allowed).toBe(false);
  });
});

describe('a call', () => {
  it('is asked about by applicants once it is published, and answered by administrators', () => {
    expect(may('hal', ['project-holder'], 'call/ask-question')).toBe(true);
    expect(may('hal', ['project-holder'], 'call/ask-question', { state: draftedCall })).toBe(false);
    expect(may('hal', ['project-holder'], 'call/answer-question')).toBe(false);
    expect(may('ada', ['administrator'], 'call/answer-question')).toBe(true);
  });

  it('is amended, cancelled and made public by administrators; the chair promotes from the reserve list as well', () => {
    for (const action of ['amend-call', 'cancel-call', 'publish-results', 'publish-closing-report', 'promote-from-reserve']) {
      expect(may('ada', ['administrator'], `call/${action}`)).toBe(true);
      expect(may('chloe', ['committee-chair'], `call/${action}`)).toBe(action === 'promote-from-reserve');
      expect(may('hal', ['project-holder'], `call/${action}`)).toBe(false);
    }
  });
});
