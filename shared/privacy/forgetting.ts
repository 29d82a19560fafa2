import { forgetAddresses } from '@jalon/event-bus';
import { systemClock } from '@jalon/runtime';
import { sessionsIn } from '@jalon/sessions';
import type { Pool } from 'pg';
import type { Privacy } from './port.ts';
import type { ErasureRegister } from './register.ts';

export interface Forgetting {
  readonly pool: Pool;
  readonly privacy: Pick<Privacy, 'erase' | 'stateOf'>;
}

const PERSON = /^person:([a-z0-9-]+)$/;
const CONTACT_OF_FUNDER = /^programme-([a-z0-9-]+)\/([a-z0-9-]+)$/;

/**
 * Destroys the key of a subject, and what stands about it beside the log as it is: sessions, and addresses that were entered into the mail ledger before there was sealing.
 * Can be done again at any time.
 */
export async function forget({ pool, privacy }: Forgetting, tenant: string, subject: string): Promise<void> {
  await privacy.erase(tenant, subject);
  const [, person] = PERSON.exec(subject) ?? [];
  if (person !== undefined) await sessionsIn({ pool, clock: systemClock, idleMinutes: 1, longestMinutes: 1 }).endAll(tenant, person);
  const [, programme, funder] = CONTACT_OF_FUNDER.exec(subject) ?? [];
  if (programme !== undefined && funder !== undefined) await forgetAddresses(pool, { tenant, programme, funder });
}

/**
 * Forgets everybody again who stands in the register and not in the database, as after a restore of an older copy. Do it before anything is served.
 * @returns how many had come back
 */
export async function forgetAgain(forgetting: Forgetting, register: Pick<ErasureRegister, 'all'>): Promise<number> {
  let back = 0;
  for (const { tenant, subject } of await register.all()) {
    if ((await forgetting.privacy.stateOf(tenant, subject)) === 'erased') continue;
    await forget(forgetting, tenant, subject);
    back += 1;
  }
  return back;
}
