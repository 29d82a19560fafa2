import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Removes the mails of a folder that hold one of these texts, such as an address. @returns how many */
export async function removeMails(folder: string, texts: readonly string[]): Promise<number> {
  if (texts.length === 0) return 0;
  const files = await readdir(folder).catch(() => []);
  let removed = 0;
  for (const file of files.filter((name) => name.endsWith('.eml') || name.endsWith('.part'))) {
    const content = await readFile(join(folder, file), 'utf8');
    if (!texts.some((text) => content.includes(text))) continue;
    await rm(join(folder, file));
    removed += 1;
  }
  return removed;
}
