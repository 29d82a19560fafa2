type Present<Members> = { readonly [Name in keyof Members]?: Exclude<Members[Name], undefined> };

/** The members that are there: an absent filter is none. */
export function present<Members extends object>(members: Members): Present<Members>;
export function present(members: object): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
