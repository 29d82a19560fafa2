import type { Question, Verdict } from '@jalon/authorisation';
import type { AnyCommand } from '@jalon/domain';
import type { Dependencies } from '../dependencies.ts';
import type { Account } from '../identity/account.ts';
import { fieldErrorsOf } from '../problems/field-errors.ts';
import { forbidden } from '../problems/forbidden.ts';
import { ProblemError } from '../problems/problem.ts';

/** What of the edge judges. */
export type Judging = Pick<Dependencies, 'load' | 'loader' | 'authorise' | 'clock'>;

/**
 * Whether an account may take a command on a thing, as the log has it now; undefined where the tenant has no such thing. The rule of the command is not asked,
 * nor is its input looked at beyond what policies judge.
 */
export async function judge(
  { load, loader, authorise, clock }: Judging,
  { kind, name, creates, context }: Pick<AnyCommand, 'kind' | 'name' | 'creates' | 'context'>,
  { tenant, actor, scopes }: Account,
  id: string,
  data: unknown,
): Promise<{ readonly asked: Pick<Question, 'tenant' | 'action'>; readonly verdict: Verdict } | undefined> {
  const { state, version } = await load(tenant, kind, id);
  if (version === 0 && !creates) return undefined;
  const at = clock().toISOString();
  const known = await context(state, { id, data, by: actor, at }, loader(tenant));
  const asked = { tenant, action: `${kind}/${name}` };
  return { asked, verdict: authorise({ ...asked, actor, ...(scopes && { scopes }), kind, id, state, known, at, data }) };
}

/**
 * Throws a problem unless an account may take a command on a thing: 404 where there is none, else 403. An input that is not of the command's shape is judged
 * by no policy: it is told as that.
 */
export const demandingPermission =
  (judging: Judging & Pick<Dependencies, 'explain'>) =>
  async (command: AnyCommand, account: Account, id: string, input: unknown): Promise<void> => {
    const data = command.data.safeParse(input ?? {});
    if (!data.success) throw new ProblemError('input-invalid', {}, { errors: fieldErrorsOf(command.data, input ?? {}, 'en') });
    const judged = await judge(judging, command, account, id, data.data);
    if (!judged) throw new ProblemError('thing-unknown', { thing: `${command.kind} "${id}"` });
    if (!judged.verdict.allowed) throw forbidden(judging.explain, judged.asked, judged.verdict.policies);
  };
