import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FreshLog, freshLog } from '@jalon/testing';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { doorOf } from '../system.ts';
import { authority, folderOf } from '../testing/folders.ts';
import { readFolder } from './folder.ts';
import { abandonImport, importFolder } from './run.ts';

let fresh: FreshLog;
beforeEach(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
});
afterEach(() => fresh.drop());

const importAt = (path: string) =>
  importFolder(readFolder(path), { ...doorOf(fresh.log, 'a key for a small world'), log: fresh.log, clock: fresh.clock });
const grant = (at: string, role: string) => `  - { at: ${at}, by: administrator, command: grant-role, data: { person: ana, role: ${role} } }\n`;

describe('an import', () => {
  it('stops at the first refusal, and says which entry, why, and what to do', async () => {
    const folder = folderOf({
      'authority.yaml': `${authority}${grant('-P30D', 'reviewer')}${grant('-P29D', 'reviewer')}${grant('-P28D', 'auditor')}`,
    });
    await expect(importAt(folder)).rejects.toThrow(
      'authority.yaml, entry 3 (grant-role on organisation-authority) was not recorded: role-already-held. ana already holds the role reviewer. The 2 before it are imported: correct the file and import again, or give it up with --abandon; until then nothing falls due.',
    );
    expect(await fresh.log.heads('fiction', ['organisation-authority'])).toEqual({ 'organisation-authority': 2 });
  });

  it('goes on where it stopped, once the file is corrected', async () => {
    const folder = folderOf({ 'authority.yaml': `${authority}${grant('-P30D', 'reviewer')}${grant('-P29D', 'reviewer')}` });
    await expect(importAt(folder)).rejects.toThrow('role-already-held');
    const file = join(folder, 'authority.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(grant('-P29D', 'reviewer'), grant('-P29D', 'auditor')));
    expect(await importAt(folder)).toMatchObject({ recorded: 1, repeated: 2 });
  });

  it('takes entries added at the end of a file, and refuses one that has changed since', async () => {
    const folder = folderOf({ 'authority.yaml': `${authority}${grant('-P30D', 'reviewer')}` });
    await importAt(folder);
    appendFileSync(join(folder, 'authority.yaml'), grant('-P20D', 'auditor'));
    expect(await importAt(folder)).toMatchObject({ recorded: 1, repeated: 2 });
    const file = join(folder, 'authority.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('role: reviewer', 'role: accountant'));
    await expect(importAt(folder)).rejects.toThrow('This entry was imported before and has changed since');
  });

  it('holds the process back until it is whole, also where it stopped, or is given up', async () => {
    const folder = folderOf({ 'authority.yaml': `${authority}${grant('-P30D', 'reviewer')}${grant('-P29D', 'reviewer')}` });
    await expect(importAt(folder)).rejects.toThrow('role-already-held');
    const { name } = readFolder(folder);
    expect(await fresh.log.imports()).toEqual([{ tenant: 'fiction', name }]);
    await abandonImport(readFolder(folder), fresh.log);
    expect(await fresh.log.imports()).toEqual([]);
    await expect(importAt(folder)).rejects.toThrow('role-already-held');
    expect(await fresh.log.imports()).toHaveLength(1);
    const file = join(folder, 'authority.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(grant('-P29D', 'reviewer'), ''));
    await importAt(folder);
    expect(await fresh.log.imports()).toEqual([]);
  });

  it('records nothing at all when one entry is malformed', async () => {
    const folder = folderOf({ 'authority.yaml': `${authority}${grant('-P30D', 'emperor')}` });
    await expect(importAt(folder)).rejects.toThrow('Nothing was imported');
    expect(await fresh.log.tenants()).toEqual([]);
  });
});
