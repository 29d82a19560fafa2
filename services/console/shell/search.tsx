export function Search({ opened: _ }: { readonly opened: number }) {
  return null;
}
