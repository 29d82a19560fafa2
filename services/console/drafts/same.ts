/** The same text for the same content, whichever way its fields are ordered: what the server gives back need not have the order in which it was typed. */
export const asText = (content: unknown): string =>
  JSON.stringify(content ?? null, (_, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

export const same = (one: unknown, other: unknown): boolean => asText(one) === asText(other);
