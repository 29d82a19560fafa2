import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from './words.ts';

type Texts = { readonly [key: string]: string | Texts };

/** What one language has and another has not: `en/home.ts lacks work.empty`, and texts whose {{values}} differ. For the build, and for a test. */
export async function missingWords(folder = import.meta.dirname): Promise<string[]> {
  const areas = new Set(languages.flatMap((language) => readdirSync(join(folder, language)).filter((file) => file.endsWith('.ts'))));
  const found = await Promise.all([...areas].map((file) => differences(folder, file)));
  return found.flat();
}

async function differences(folder: string, file: string): Promise<string[]> {
  const [first, second] = await Promise.all(languages.map((language) => textsOf(join(folder, language, file))));
  const keys = new Set([...first!.keys(), ...second!.keys()]);
  return [...keys].flatMap((key) => {
    const [here, there] = [first!.get(key), second!.get(key)];
    if (here === undefined) return [`${languages[0]}/${file} lacks ${key}`];
    if (there === undefined) return [`${languages[1]}/${file} lacks ${key}`];
    return valuesOf(here) === valuesOf(there) ? [] : [`${file}: ${key} names other {{values}} in each language`];
  });
}

async function textsOf(path: string): Promise<Map<string, string>> {
  const module = (await import(path).catch(() => ({}))) as Record<string, Texts>;
  return new Map(Object.values(module).flatMap((texts) => [...flat(texts)]));
}

function* flat(texts: Texts, above = ''): Generator<[string, string]> {
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text === 'string') yield [above + key, text];
    else yield* flat(text, `${above}${key}.`);
  }
}

const valuesOf = (text: string): string => [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name))].sort().join();
