export type Language = 'en' | 'fr';

/** A text in both languages. */
export type Words = Readonly<Record<Language, string>>;

/**
 * The language to answer in, from Accept-Language (RFC 9110 §12.5.4): the one of ours with the highest weight, the first named where weights are equal.
 * English where neither is asked for.
 */
export function languageOf(accepted: string | undefined): Language {
  let best: Language = 'en';
  let highest = 0;
  for (const range of (accepted ?? '').split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const primary = tag.split('-')[0];
    const weight = weightOf(parameters);
    if ((primary === 'en' || primary === 'fr') && weight > highest) [best, highest] = [primary, weight];
  }
  return best;
}

function weightOf(parameters: readonly string[]): number {
  const given = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
  return given === undefined ? 1 : Number(given.slice(2)) || 0;
}
