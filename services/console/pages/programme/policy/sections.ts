import type { policy } from '../../../words/fr/policy.ts';

/** A part of the policy that has its words. */
export type PartName = keyof typeof policy.part;
export type SectionName = keyof typeof policy.section;

export interface Section {
  readonly section: SectionName;
  readonly parts: readonly PartName[];
}

/** The parts of a policy in the order in which an administrator goes through a programme. */
export const sections: readonly Section[] = [
  { section: 'selection', parts: ['rubric', 'thresholds', 'tieBreak', 'chairSettlesTies', 'envelopeReserve'] },
  { section: 'judging', parts: ['reviewers', 'review', 'committee'] },
  { section: 'calls', parts: ['calls', 'application', 'applicationForm'] },
  { section: 'awards', parts: ['award', 'notification', 'appeal'] },
  { section: 'readiness', parts: ['gates', 'srlCadence', 'srlAssessors', 'srlDays', 'valueCadence', 'valueBeforeGate'] },
  { section: 'money', parts: ['phaseShares', 'tranches', 'approvals', 'payments', 'checks'] },
  { section: 'reporting', parts: ['reporting', 'reports'] },
  { section: 'time', parts: ['days', 'calendar', 'reminders', 'escalations', 'silenceReminders'] },
  { section: 'access', parts: ['confidentiality', 'languages'] },
];
