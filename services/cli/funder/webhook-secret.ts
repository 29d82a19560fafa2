import type { Load } from '@jalon/domain';
import { programme } from '@jalon/domain';
import { type FunderOf, webhookSecret } from '@jalon/event-bus';
import type { Answer } from '../answer.ts';
import { Failure } from '../failure.ts';

/**
 * The secret with which a funder verifies webhooks.
 * @throws {Failure} `unknown-funder` where the programme has no such funder, so that no secret is handed out for a name that is mistyped
 */
export async function webhookSecretOf(load: Load, commandKey: string, of: FunderOf): Promise<Answer> {
  const { identity, funders } = await load(programme, of.programme);
  if (!identity.created) throw new Failure('unknown-funder', `There is no programme "${of.programme}" in ${of.tenant}.`);
  if (!Object.hasOwn(funders, of.funder)) {
    const known = Object.keys(funders).sort().join(', ');
    throw new Failure('unknown-funder', `"${of.funder}" does not fund ${of.programme}: ${known ? `there are ${known}` : 'no funder was added yet'}.`);
  }
  const secret = webhookSecret(commandKey, of);
  return { lines: [secret], data: { ...of, secret } };
}
