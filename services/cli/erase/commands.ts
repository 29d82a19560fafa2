import type { Command } from 'commander';
import type { Answer } from '../answer.ts';

export interface EraseOptions {
  readonly receivedOn?: string;
  readonly tenant?: string;
}

export interface EraseActions {
  erase(subject: string, options: EraseOptions): Promise<Answer>;
  rewrap(): Promise<Answer>;
}

type Add = (jalon: Command, usage: string, summary: string, details: string) => Command;

/** `erase` and `rewrap`. */
export function addErase(jalon: Command, add: Add, actions: EraseActions, { say }: { readonly say: (answer: Answer) => void }): void {
  add(
    jalon,
    'erase <subject>',
    'erase a person at their request, or say what has to be kept',
    'Looks through the whole log for what accounts, control and archives need, records the answer, and destroys the keys of what may go: it can be read nowhere any more, while the log and its proofs stay as they were. Prints the reasoned answer in French and English. A subject is a person’s id, or <stream>/<id> for a contact, such as the address where a funder is told. It cannot be undone.\n\nExample: jalon erase president-1 --received-on 2027-03-01',
  )
    .option('--received-on <day>', 'the day on which the request came; today where it is left out')
    .option('--tenant <tenant>', 'whose log, where there are several')
    .action(async (subject: string, options: EraseOptions) => say(await actions.erase(subject, options)));
  add(
    jalon,
    'rewrap',
    'wrap the keys of personal data by the key now in use',
    'For a JALON_PRIVACY_KEY that is replaced: put the new one first and the old one after it, restart the services, run this, then take the old one out.',
  ).action(async () => say(await actions.rewrap()));
}
