import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A new folder of histories with these files; `import.yaml` is there unless it is among them. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'jalon-import-')), 'histories');
  const all = { 'import.yaml': 'tenant: fiction\ntimeZone: Europe/Paris\n', ...files };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** The authority of a small world, registered forty days before the import. */
export const authority = `
stream: organisation-authority
history:
  - at: -P40D
    by: administrator
    command: register-organisation
    data: { name: { fr: Région fictive, en: Fictional region }, administrator: administrator }
`;
