import { rolesOf, stateAs } from '@jalon/authorisation';
import type { CommandHandler } from '@jalon/command-handling';
import { type Attachment, admits, type Project, type ProjectKnown, project, projectKnown } from '@jalon/domain';
import type { Clock } from '@jalon/runtime';
import type { Account } from '../identity/account.ts';
import { mentionsOf } from './mentioned.ts';

interface Looking {
  readonly load: CommandHandler['load'];
  readonly loader: CommandHandler['loader'];
  readonly clock: Clock;
}

/** Whether an account may see a file of a project that it may read: by its class of confidentiality, and always where it gave it itself. */
export type SeesFile = (file: Pick<Attachment, 'confidentiality'>, byHolder: boolean) => boolean;

/** A project as it was opened: its state, what is known beside it, and the instant. */
interface OpenedProject {
  readonly state: Project;
  readonly known: ProjectKnown;
  readonly at: string;
}

export function seesFiles({ actor }: Pick<Account, 'actor'>, id: string, { state, known, at }: OpenedProject): SeesFile {
  const roles = rolesOf({ actor, kind: 'project', id, state, known, at });
  const holder = actor.kind === 'person' && state.application.holder === actor.id;
  return ({ confidentiality }, byHolder) => (byHolder && holder) || admits(known.policy, confidentiality, roles);
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
  const sees = seesFiles({ actor }, id, { state, known, at });
  return mentions.find(({ file, byHolder }) => sees(file, byHolder))?.file;
}
