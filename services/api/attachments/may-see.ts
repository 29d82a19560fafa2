import { rolesOf, stateAs } from '@jalon/authorisation';
import type { CommandHandler } from '@jalon/command-handling';
import { type Attachment, admits, project, projectKnown } from '@jalon/domain';
import type { Clock } from '@jalon/runtime';
import type { Account } from '../identity/account.ts';
import { mentionsOf } from './mentioned.ts';

interface Looking {
  readonly load: CommandHandler['load'];
  readonly loader: CommandHandler['loader'];
  readonly clock: Clock;
}

/**
 * The file of a project with this hash, as the account may see it; undefined where the project does not refer to such a file, or where its class of confidentiality
 * admits none of the account's roles. Whoever gave a file sees it always. That the account may read the project is judged before.
 */
export async function visibleFile(
  { load, loader, clock }: Looking,
  { tenant, actor }: Account,
  id: string,
  hash: string,
): Promise<Attachment | undefined> {
  const state = stateAs(project, (await load(tenant, 'project', id)).state);
  const mentions = mentionsOf(state, hash);
  if (mentions.length === 0) return undefined;
  const at = clock().toISOString();
  const known = await projectKnown(state, { id, data: undefined, by: actor, at }, loader(tenant));
  const roles = rolesOf({ actor, kind: 'project', id, state, known, at });
  const holder = actor.kind === 'person' && state.application.holder === actor.id;
  return mentions.find(({ file, byHolder }) => (byHolder && holder) || admits(known.policy, file.confidentiality, roles))?.file;
}
