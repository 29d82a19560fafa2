import { isFollowedKind, type Load, processView } from '@jalon/domain';

/** What is due on the thing at the moment of the entry, by its kind: what the process names when it reminds and escalates. Only the log knows its name. */
export class DueValue {
  readonly kind: string;

  constructor(kind: string) {
    this.kind = kind;
  }
}

export const isDue = (value: object): value is DueValue => value instanceof DueValue;

/** How what is due on a thing now is named, by its kind; a kind of which nothing is due is named as it is, and nothing is found under that name. */
export async function obligationNames(kind: string, id: string, load: Load): Promise<(kind: string) => string> {
  const { obligations } = isFollowedKind(kind) ? await processView(kind, id, load) : { obligations: [] };
  return (asked) => obligations.find((obligation) => obligation.kind === asked)?.id ?? asked;
}
