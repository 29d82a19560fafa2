import { project, type Refusal } from '@jalon/domain';
import { readSelection, type SelectionBasis } from '@jalon/evidence';
import type { Account } from '../../identity/account.ts';
import { ProblemError } from '../../problems/problem.ts';
import type { Reads } from '../reads.ts';
import { aCall } from '../seeable.ts';

/** What a call is selected by, for whoever may read its ranking; a refusal where its applications cannot be ranked yet. */
export async function openSelection({ seeing, log }: Reads, account: Account, id: string): Promise<SelectionBasis | Refusal> {
  const { at } = await seeing.open(account, aCall, id, 'read-ranking');
  const read = await readSelection(log, account.tenant, id, at);
  if (!read) throw new ProblemError('thing-unknown', { thing: `call "${id}"` });
  return read;
}

/** Whether an account may know who reviewed: on every application of the selection. */
export async function mayNameReviewers({ seeing }: Reads, account: Account, { applications }: SelectionBasis): Promise<boolean> {
  const allowed = await Promise.all(
    applications.map(async ({ application }) => (await seeing.look(account, project.name, application))?.('read-actors') ?? false),
  );
  return allowed.every(Boolean);
}
