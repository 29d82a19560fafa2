import { createHmac } from 'node:crypto';

/** A funder of a programme of a tenant. */
export interface FunderOf {
  readonly tenant: string;
  readonly programme: string;
  readonly funder: string;
}

/**
 * The secret that a funder checks the signature of webhooks with (Standard Webhooks: `whsec_` and 32 bytes in Base64). It follows from the key of this
 * Jalon, so that it is stored nowhere: whoever may see it is shown it by `jalon webhook-secret`.
 */
export function webhookSecret(commandKey: string, { tenant, programme, funder }: FunderOf): string {
  return `whsec_${createHmac('sha256', commandKey).update(`webhook/${tenant}/${programme}/${funder}`).digest('base64')}`;
}
