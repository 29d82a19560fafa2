import type { Command } from 'commander';
import { addAccesses } from './accesses/commands.ts';
import type { Actions } from './actions.ts';
import type { Answer, Progress } from './answer.ts';
import { addAudit } from './audit/commands.ts';
import { addErase } from './erase/commands.ts';
import { instantOption } from './history/instant.ts';
import { addPast } from './past/commands.ts';
import { addSeal } from './seal/commands.ts';

/** How a command speaks: its answer, how far it has come, and the exit code of what it ran. */
export interface Speaking {
  readonly say: (answer: Answer) => void;
  readonly progress: Progress;
  readonly exit: (code: number) => void;
}

const add = (jalon: Command, usage: string, summary: string, details: string): Command =>
  jalon
    .command(usage)
    .summary(summary)
    .description(`${summary[0]!.toUpperCase()}${summary.slice(1)}.\n\n${details}`)
    .option('--json', 'answer in JSON, errors too');

/** Every command of the command line, with its help. */
export function addCommands(jalon: Command, actions: Actions, speaking: Speaking): void {
  addStart(jalon, actions, speaking);
  addImport(jalon, actions, speaking);
  addCatalogue(jalon, actions, speaking);
  addHistory(jalon, actions, speaking);
  addPast(jalon, add, actions, speaking);
  addDerived(jalon, actions, speaking);
  addSeal(jalon, add, actions, speaking);
  addAudit(jalon, add, actions, speaking);
  addAccesses(jalon, add, actions, speaking);
  addErase(jalon, add, actions, speaking);
  addWebhookSecret(jalon, actions, speaking);
  addToken(jalon, actions, speaking);
}

function addStart(jalon: Command, actions: Actions, { exit }: Speaking): void {
  jalon
    .command('start')
    .summary('run Jalon on this machine')
    .description(
      'Run Jalon on this machine.\n\nThe same as `npm start`: finds or starts PostgreSQL, Temporal and Kafka, loads the demonstration once, and starts the services. Ctrl-C stops all of them.',
    )
    .action(async () => exit(await actions.start()));
}

function addImport(jalon: Command, actions: Actions, { say, progress }: Speaking): void {
  add(
    jalon,
    'import <folder>',
    'record histories from a folder of YAML files',
    'Each entry goes through the same rules as a decision taken today, and takes effect when it says. What was imported before is recognised, so an import can be repeated. It stops at the first entry that is refused, and says why. Nothing falls due in its tenant until it has come to its end, so that journeys never act on half a history. infra/demonstration is an example.',
  )
    .option('--abandon', 'give up an import that stopped: what it recorded stays, and things fall due again', false)
    .action(async (folder: string, options: { readonly abandon: boolean }) => say(await actions.import(folder, options, progress)));
}

function addCatalogue(jalon: Command, actions: Actions, { say }: Speaking): void {
  add(
    jalon,
    'catalogue [word]',
    'list what can be decided, what is recorded and what is refused',
    'Every command, decision and refusal with its words in English and French; with a word, those that have it. It needs no running system.\n\nExample: jalon catalogue appeal',
  ).action(async (word?: string) => say(await actions.catalogue(word)));
}

interface HistoryOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly tenant?: string;
}

function addHistory(jalon: Command, actions: Actions, { say }: Speaking): void {
  add(
    jalon,
    'history <stream>',
    'show what was decided on one thing',
    'A stream is <kind>-<id>: project-val-fictif, call-exemple-2, programme-demonstration, organisation-authority. Times are in UTC; a day means its end.',
  )
    .option('--as-of <instant>', 'only what had taken effect by then', instantOption)
    .option('--known-at <instant>', 'only what had been recorded by then', instantOption)
    .option('--tenant <tenant>', 'whose log, where there are several')
    .action(async (stream: string, { asOf, knownAt, tenant }: HistoryOptions) =>
      say(await actions.history(stream, { ...(asOf && { effectAt: asOf }), ...(knownAt && { knownAt }), ...(tenant && { tenant }) })),
    );
}

function addDerived(jalon: Command, actions: Actions, { say, progress }: Speaking): void {
  add(
    jalon,
    'rehydrate',
    'put every journey back where the log says it is',
    'For a Temporal server that is new, or was restored from an older copy. Journeys that run are told to look again; with --reset they are ended and started anew, as after an incompatible change of workflows.',
  )
    .option('--reset', 'end the journeys that run, and start them anew')
    .action(async ({ reset }: { readonly reset?: true }) => say(await actions.rehydrate({ reset: reset ?? false })));
  add(
    jalon,
    'republish',
    'send every decision to Kafka again',
    'For a topic that was lost. The relay does it, from the first decision on; consumers drop what they have already.',
  ).action(async () => say(await actions.republish()));
  add(jalon, 'rebuild', 'make every view again from the decision log', 'The views that are there serve until the new ones are complete.').action(
    async () => say(await actions.rebuild(progress)),
  );
}

function addWebhookSecret(jalon: Command, actions: Actions, { say }: Speaking): void {
  add(
    jalon,
    'webhook-secret <programme> <funder>',
    'show the secret that signs a funder’s webhooks',
    'Give it to the funder by a safe way: with it they verify, as Standard Webhooks says, that a message comes from here.\n\nExample: jalon webhook-secret demonstration region',
  )
    .option('--tenant <tenant>', 'whose log, where there are several')
    .action(async (programme: string, funder: string, { tenant }: { readonly tenant?: string }) =>
      say(await actions.webhookSecret(programme, funder, { ...(tenant && { tenant }) })),
    );
}

function addToken(jalon: Command, actions: Actions, { say }: Speaking): void {
  add(
    jalon,
    'token <persona>',
    'get an access token as a persona of the local system',
    'For curl against the system that `npm start` runs, which lists the personas (administrator, reviewer-1, committee-chair, holder, accountant, funder-region, auditor …).\n\nExample: curl -H "authorization: Bearer $(npx jalon token administrator)" <address>/v1/…',
  ).action(async (persona: string) => say(await actions.token(persona)));
}
