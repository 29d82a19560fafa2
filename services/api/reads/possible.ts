import { funderOf } from '@jalon/authorisation';
import { type AnyCommand, commands, isRefusal, refusals, Text } from '@jalon/domain';
import { z } from 'zod';
import type { Dependencies } from '../dependencies.ts';
import type { Account } from '../identity/account.ts';
import { accountOf } from '../identity/gate.ts';
import { refusalProblem } from '../problems/problem.ts';
import type { Reads } from './reads.ts';

/** Kinds of things that have a page and commands, by the word of their addresses. */
const kindOf: Readonly<Record<string, string>> = {
  projects: 'project',
  calls: 'call',
  programmes: 'programme',
  organisations: 'organisation',
  sittings: 'sitting',
};

const Possible = z.strictObject({
  command: z.string(),
  title: Text,
  /** Whether the thing stands so that it can be taken now, as far as that does not hang on its input. */
  now: z.boolean(),
  because: Text.optional(),
});
type Possible = z.output<typeof Possible>;

/** Refusals with this status are about what was typed, and not about where the thing stands. */
const ABOUT_THE_INPUT = 422;

/** Which commands an account may take on a thing, and which of them where it stands now: tried on the example of each, and never recorded. */
export function possibleReads(
  { app, seeing }: Reads,
  { load, loader, authorise, clock }: Pick<Dependencies, 'load' | 'loader' | 'authorise' | 'clock'>,
): void {
  app.get(
    '/v1/possible/:kind/:id',
    {
      schema: {
        operationId: 'possible.list',
        tags: ['possible'],
        summary: 'What you may decide on a thing, and what of it now',
        params: z.object({ kind: z.enum(Object.keys(kindOf) as [string, ...string[]]), id: z.string() }),
        response: { 200: z.strictObject({ version: z.int(), items: z.array(Possible) }) },
      },
    },
    async (request) => {
      const account = accountOf(request);
      const { id } = request.params;
      const kind = kindOf[request.params.kind]!;
      await seeing.mayRead(account, kind, id);
      const { state, version } = await load(account.tenant, kind, id);
      const tried = commands.filter((command) => command.kind === kind && !command.creates).map((command) => tryOut(command, account, id, state));
      return { version, items: (await Promise.all(tried)).filter((one) => one !== undefined) };
    },
  );

  async function tryOut(command: AnyCommand, { tenant, actor, scopes }: Account, id: string, state: unknown): Promise<Possible | undefined> {
    const { kind, name } = command;
    const at = clock().toISOString();
    const example = { id, data: command.data.parse(command.example), by: actor, at };
    const first = await command.context(state, example, loader(tenant));
    const data = asThe(funderOf({ actor, kind, id, state, known: first, at }), example.data);
    const known = data === example.data ? first : await command.context(state, { ...example, data }, loader(tenant));
    if (!authorise({ tenant, actor, ...(scopes && { scopes }), action: `${kind}/${name}`, kind, id, state, known, at, data }).allowed)
      return undefined;
    const said = { command: name, title: { ...command.says } };
    const outcome = command.decide(state, { ...example, data }, known);
    if (!isRefusal(outcome) || refusals[outcome.refused].status === ABOUT_THE_INPUT) return { ...said, now: true };
    return { ...said, now: false, because: { fr: refusalProblem('fr', outcome).detail, en: refusalProblem('en', outcome).detail } };
  }
}

/** The example with the funder of whoever asks in the place of its own. */
const asThe = (funder: string | undefined, data: unknown): unknown =>
  funder !== undefined && typeof data === 'object' && data !== null && 'funder' in data ? { ...data, funder } : data;
