import type { Command } from 'commander';
import type { Answer } from '../answer.ts';
import { instantOption, sinceOption } from '../history/instant.ts';

/** Whose accesses to show, and to what. */
export interface AccessOptions {
  readonly who?: string;
  readonly thing?: string;
  readonly part?: string;
  readonly from?: string;
  readonly until?: string;
  readonly limit: number;
  readonly check: boolean;
  readonly tenant?: string;
}

export interface AccessActions {
  accesses(options: AccessOptions): Promise<Answer>;
}

type Add = (jalon: Command, usage: string, summary: string, details: string) => Command;

/** `accesses`. */
export function addAccesses(jalon: Command, add: Add, actions: AccessActions, { say }: { readonly say: (answer: Answer) => void }): void {
  add(
    jalon,
    'accesses',
    'show who read what confidential thing',
    'Newest first: every reading of an auditor, and of anybody what is above the public class (evidence, reviews, money, attachments, trials); what is read at this command line is in it too, with the account of the machine. With --check the whole journal is worked out again instead, and the first entry that is not as it was written is named.\n\nExample: jalon accesses --thing project-val-fictif --from 2027-01-01',
  )
    .option('--who <person>', 'only of this reader')
    .option('--thing <stream>', 'only of this thing, such as project-insite')
    .option('--part <operation>', 'only of this part, such as projects.reviews')
    .option('--from <instant>', 'only from then on', sinceOption)
    .option('--until <instant>', 'only before then', instantOption)
    .option('--limit <number>', 'at most so many', Number, 50)
    .option('--check', 'verify the journal instead', false)
    .option('--tenant <tenant>', 'whose log, where there are several')
    .action(async (options: AccessOptions) => say(await actions.accesses(options)));
}
