/** The log of a tenant contradicts what was published of it. It is not sealed any further: sealing again would hide what happened. */
export class Contradiction extends Error {
  readonly code = 'seal-contradiction';
  readonly retryable = false;
}
