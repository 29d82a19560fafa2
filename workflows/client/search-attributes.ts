import type { OperatorService } from '@temporalio/client';
import { searchAttributes } from '../contract.ts';

/** How Temporal's interface numbers the types in use (temporal.api.enums.v1.IndexedValueType). */
const numbers = { KEYWORD: 2, INT: 3, BOOL: 5, DATETIME: 6 } as const;

/** Temporal has a search attribute of ours under another type. The workflows cannot run until it is removed. */
export class SearchAttributeTaken extends Error {
  readonly code = 'search-attribute-taken';
  readonly retryable = false;
  constructor(name: string, namespace: string) {
    super(
      `Temporal has the search attribute ${name} under another type: remove it (temporal operator search-attribute remove --name ${name} --namespace ${namespace}).`,
    );
  }
}

/** The search attributes of the workflows, each with the number of its type. */
export const searchAttributeNumbers = (): Record<string, number> =>
  Object.fromEntries(Object.values(searchAttributes).map(({ name, type }) => [name, numbers[type]]));

/**
 * Registers the search attributes that are not there yet. Doing it twice, or from two places at once, does no harm.
 * @throws {SearchAttributeTaken}
 */
export async function registerSearchAttributes(operator: OperatorService, namespace: string): Promise<void> {
  const { customAttributes } = await operator.listSearchAttributes({ namespace });
  const missing = Object.entries(searchAttributeNumbers()).filter(([name, wanted]) => {
    const there = customAttributes[name];
    if (there !== undefined && there !== wanted) throw new SearchAttributeTaken(name, namespace);
    return there === undefined;
  });
  if (missing.length > 0) await operator.addSearchAttributes({ namespace, searchAttributes: Object.fromEntries(missing) });
}
