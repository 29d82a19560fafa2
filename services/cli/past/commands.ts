import type { AsOf } from '@jalon/decision-log';
import type { Between } from '@jalon/read-models';
import { type Command, Option } from 'commander';
import type { Answer } from '../answer.ts';
import { instantOption } from '../history/instant.ts';

interface OfTenant {
  readonly tenant?: string;
}

/** What can be seen of the past. */
export interface PastActions {
  show(thing: string, options: AsOf & OfTenant): Promise<Answer>;
  diff(thing: string, options: Omit<Between, 'to'> & OfTenant & { readonly to?: string }): Promise<Answer>;
}

interface ShowOptions extends OfTenant {
  readonly asOf?: string;
  readonly knownAt?: string;
}

interface DiffOptions extends OfTenant {
  readonly from: string;
  readonly to?: string;
  readonly by: Between['by'];
}

type Add = (jalon: Command, usage: string, summary: string, details: string) => Command;

const TENANT = ['--tenant <tenant>', 'whose log, where there are several'] as const;

/** `show` and `diff`. */
export function addPast(jalon: Command, add: Add, actions: PastActions, { say }: { readonly say: (answer: Answer) => void }): void {
  add(
    jalon,
    'show <thing>',
    'show a thing as it stands, or as it stood at a past instant',
    'A project, a call or a programme (project-val-fictif, call-exemple-2, programme-demonstration), or "portfolio" or "calls" for the list of them. Read from the decision log alone. Times are in UTC; a day means its end.\n\nExample: jalon show call-exemple-2 --as-of 2025-06-30',
  )
    .option('--as-of <instant>', 'only what had taken effect by then', instantOption)
    .option('--known-at <instant>', 'only what had been recorded by then', instantOption)
    .option(...TENANT)
    .action(async (thing: string, { asOf, knownAt, tenant }: ShowOptions) =>
      say(await actions.show(thing, { ...(asOf && { effectAt: asOf }), ...(knownAt && { knownAt }), ...(tenant && { tenant }) })),
    );
  add(
    jalon,
    'diff <thing>',
    'show what changed on a project, a call or a programme between two instants',
    'Decision by decision, with who, why, under which rule and policy; then each field of its page that is not the same. Times are in UTC; a day means its end.\n\nExample: jalon diff project-val-fictif --from 2025-06-30 --to 2025-12-31',
  )
    .requiredOption('--from <instant>', 'the earlier instant', instantOption)
    .option('--to <instant>', 'the later one; else now', instantOption)
    .addOption(
      new Option('--by <time>', 'place decisions by when they took effect, or by when they were recorded')
        .choices(['took-effect', 'was-known'])
        .default('took-effect'),
    )
    .option(...TENANT)
    .action(async (thing: string, { from, to, by, tenant }: DiffOptions) =>
      say(await actions.diff(thing, { from, by, ...(to && { to }), ...(tenant && { tenant }) })),
    );
}
