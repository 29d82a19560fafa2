import { describe, expect, it } from 'vitest';
import { stepToTake } from '../kernel/obligation.ts';
import { type Deadline, obligation } from './schedule.ts';

const deadline: Deadline = {
  kind: 'conclude-srl-review',
  since: { at: '2027-01-01T10:00:00Z', id: 'd1' },
  for: { role: 'reviewer' },
  lastDay: '2027-02-28',
  reminders: [3, 30, 15],
  escalations: [8, 1],
  lapse: { command: 'miss-srl-review', at: '2027-06-30T22:00:00Z' },
};
const planned = (changed: Partial<Deadline> = {}, nudges = {}) => obligation({ ...deadline, ...changed }, 'Europe/Paris', nudges);
const commands = (changed: Partial<Deadline> = {}, nudges = {}) =>
  planned(changed, nudges).steps.map(({ command, data }) => `${command} ${data.step ?? ''}`.trim());
const all = ['remind 1', 'remind 2', 'remind 3', 'escalate 1', 'escalate 2', 'miss-srl-review'];
const id = 'conclude-srl-review:d1';

describe('an obligation', () => {
  it('is named by the decision that set its date, and by what tells it apart from others of that decision', () => {
    expect(planned().id).toBe(id);
    expect(planned({ of: 'region' }).id).toBe(`${id}:region`);
  });

  it('plans reminders, then escalations, then the lapse, each numbered in order of date', () => expect(commands()).toEqual(all));

  it('leaves out reminders from before it arose', () => expect(commands({ since: { at: '2027-02-10T10:00:00Z', id: 'd1' } })).toEqual(all.slice(1)));

  it('goes on after what is recorded', () => {
    expect(commands({}, { [id]: { reminded: 2, escalated: 0 } })).toEqual(all.slice(2));
    expect(commands({}, { [id]: { reminded: 0, escalated: 1 } })).toEqual(all.slice(4));
  });

  it('has nothing after its lapse', () => expect(commands({ lapse: { command: 'record-silence' } })).toEqual([...all.slice(0, 3), 'record-silence']));

  it('counts a day that a policy names twice once', () =>
    expect(commands({ reminders: [3, 3], escalations: [] })).toEqual(['remind 1', 'miss-srl-review']));

  it('does not escalate before it is late', () =>
    expect(planned({ escalations: [0] }).steps.find(({ command }) => command === 'escalate')?.at).toBe('2027-02-28T23:00:00Z'));

  it('set after its last day lapses at once, not before it was set', () =>
    expect(planned({ since: { at: '2027-03-05T10:00:00Z', id: 'd1' }, lapse: { command: 'record-silence' } }).next).toEqual({
      at: '2027-03-05T10:00:00Z',
      command: 'record-silence',
      data: {},
    }));
});

describe('the step to take', () => {
  const take = (now: string) => stepToTake(planned(), now)?.command;

  it('is none before the first falls due', () => expect(take('2027-01-28T22:59:59Z')).toBeUndefined());
  it('is the first on its day', () => expect(take('2027-01-28T23:00:00Z')).toBe('remind'));
  it('is the newest of those overdue', () => expect(stepToTake(planned(), '2027-03-20T10:00:00Z')?.data.step).toBe(2));
  it('is the lapse once that is overdue', () => expect(take('2027-07-01T00:00:00.5Z')).toBe('miss-srl-review'));
});
