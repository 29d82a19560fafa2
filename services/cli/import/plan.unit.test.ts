import { describe, expect, it } from 'vitest';
import { Failure } from '../failure.ts';
import { authority, folderOf } from '../testing/folders.ts';
import { readFolder } from './folder.ts';
import { beginningNow, planImport } from './plan.ts';

const now = new Date('2027-03-01T12:00:00Z');
const plan = (files: Readonly<Record<string, string>>) => {
  const folder = readFolder(folderOf(files));
  return planImport(folder, beginningNow(now, folder.timeZone), now);
};

const programme = (...entries: readonly string[]) => `stream: programme-fiction\nhistory:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`;
const created = '{ at: -P30D, by: administrator, command: create-programme, data: { name: { fr: Fiction, en: Fiction } } }';
const failureOf = (files: Readonly<Record<string, string>>): string => {
  try {
    plan(files);
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
  return 'nothing was wrong';
};

describe('the plan of an import', () => {
  it('puts the entries of all files in order of time, each with an id made of folder, file and place', () => {
    const role = '{ at: -P35D, by: administrator, command: grant-role, data: { person: ana, role: reviewer } }';
    const planned = plan({ 'programme.yaml': programme(created), 'setting/authority.yaml': `${authority}  - ${role}\n` });
    expect(planned.map(({ commandId, occurredAt }) => [commandId, occurredAt])).toEqual([
      ['import:histories:setting/authority.yaml:1', '2027-01-20T08:00:00.000Z'],
      ['import:histories:setting/authority.yaml:2', '2027-01-25T08:00:00.000Z'],
      ['import:histories:programme.yaml:1', '2027-01-30T08:00:00.000Z'],
    ]);
  });

  it('takes instants that are written out', () => {
    const [planned] = plan({ 'programme.yaml': programme(created.replace('-P30D', '2024-05-01T09:00:00Z')) });
    expect(planned?.occurredAt).toBe('2024-05-01T09:00:00.000Z');
  });

  it.each([
    [
      'a command that does not exist',
      created.replace('create-programme', 'make-programme'),
      'programme.yaml, entry 1 (make-programme): there is no command',
    ],
    ['a field that the command does not have', created.replace('data: { name', 'data: { nom'), 'data.name'],
    ['a time that is yet to come', created.replace('-P30D', 'P1D'), 'is yet to come'],
    ['a time that is none', created.replace('-P30D', 'last year'), 'history.0.at'],
    ['an entry without its author', created.replace('by: administrator, ', ''), 'history.0.by'],
    ['a field that an entry does not have', created.replace('by:', 'who: ana, by:'), 'who'],
    ['a day that is none', created.replace('{ fr: Fiction', '{ fr: !day soon'), '!day has to be followed by a time such as -P400D'],
    ['text that is no YAML', `${created} }`, 'is not readable YAML'],
  ])('names the file and what is wrong with %s', (_, entry, words) => {
    const message = failureOf({ 'programme.yaml': programme(entry) });
    expect(message).toContain('programme.yaml');
    expect(message).toContain(words);
  });

  it('refuses a file that goes back in time', () =>
    expect(failureOf({ 'programme.yaml': programme(created, created.replace('-P30D', '-P31D')) })).toContain(
      'entry 2 (create-programme): it is earlier than the entry before it',
    ));

  it('asks for the settings of the folder', () => expect(failureOf({ 'import.yaml': 'tenant: fiction\n' })).toContain('import.yaml: timeZone'));

  it('says so where there is no folder', () => expect(() => readFolder('/nowhere/at/all')).toThrow(/cannot be read as a folder/));
});
