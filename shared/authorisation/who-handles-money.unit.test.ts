import { describe, expect, it } from 'vitest';
import { asked, inPilot, may } from './testing/asking.ts';

const can = (person: string, role: Parameters<typeof may>[1][number], command: string) =>
  may(person, [role], `project/${command}`, { state: inPilot });

describe('the offices of a payment', () => {
  it.each([
    ['instructor', 'examine-expenditure'],
    ['controller', 'certify-service'],
    ['instructor', 'request-tranche'],
    ['administrator', 'approve-payment'],
    ['authorising-officer', 'order-payment'],
    ['accountant', 'record-payment'],
    ['authorising-officer', 'order-recovery'],
    ['accountant', 'record-recovery-paid'],
  ] as const)('%s may %s', (role, command) => expect(can('somebody', role, command)).toBe(true));

  it.each([
    ['administrator', 'certify-service'],
    ['administrator', 'order-payment'],
    ['administrator', 'record-payment'],
    ['instructor', 'certify-service'],
    ['controller', 'examine-expenditure'],
    ['authorising-officer', 'record-payment'],
    ['authorising-officer', 'reject-payment'],
    ['accountant', 'order-payment'],
    ['accountant', 'approve-payment'],
    ['project-holder', 'declare-expenditure'],
  ] as const)('%s may not %s', (role, command) => expect(can('somebody', role, command)).toBe(false));
});

describe('a project holder', () => {
  it('declares, answers and counts for their own project', () => {
    for (const command of ['declare-expenditure', 'answer-examination', 'answer-finding', 'record-publicity', 'report-indicator'])
      expect(can('hal', 'project-holder', command)).toBe(true);
  });

  it('handles none of the money of their own project, whatever other role they have', () => {
    const everything = ['administrator', 'instructor', 'controller', 'authorising-officer', 'accountant', 'project-holder'] as const;
    const judged =
      'examine-expenditure certify-service approve-payment order-payment record-payment settle-phase settle-project order-recovery decide-correction'.split(
        ' ',
      );
    for (const command of judged) {
      expect(asked({ kind: 'person', id: 'hal' }, everything, `project/${command}`, { state: inPilot })).toEqual({
        allowed: false,
        policies: ['nobody-judges-their-own-project'],
      });
    }
  });
});

describe('the process', () => {
  it('closes the time to answer, and decides nothing on money', () => {
    const process = { kind: 'process', id: 'journeys' } as const;
    expect(asked(process, [], 'project/close-examination').allowed).toBe(true);
    expect(asked(process, [], 'project/close-findings').allowed).toBe(true);
    expect(asked(process, [], 'project/record-payment').allowed).toBe(false);
  });
});
