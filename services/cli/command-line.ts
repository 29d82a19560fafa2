import { Command, CommanderError } from 'commander';
import type { Actions } from './actions.ts';
import type { Answer } from './answer.ts';
import { addCommands } from './commands.ts';
import { Failure } from './failure.ts';
import type { Terminal } from './terminal.ts';

const OVERVIEW = `
Jalon runs innovation grant programmes on an append-only decision log. These commands work with the system that \`npm start\` runs in this checkout,
or with the one that the environment names (JALON_DATABASE_URL and its like; see docs/guide).

Examples:
  $ jalon start
  $ jalon import infra/demonstration
  $ jalon history project-val-fictif
  $ jalon history project-val-fictif --as-of 2025-06-30 --json
  $ jalon show project-val-fictif --as-of 2025-06-30
  $ jalon diff project-val-fictif --from 2025-06-30

Exit codes: 0 done, 1 it failed or was refused, 2 wrong usage or configuration.`;

/**
 * Runs one command line.
 * @param args without the program and the script
 * @returns the exit code: 0 done, 1 failed or refused, 2 wrong usage or configuration
 */
export async function run(args: readonly string[], actions: Actions, terminal: Terminal): Promise<number> {
  let exitCode = 0;
  const json = args.includes('--json');
  const jalon = new Command('jalon')
    .description('Start Jalon, bring histories in, read them back, and make again what hangs on the decision log.')
    .addHelpText('after', OVERVIEW)
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text.trimEnd()), writeErr: (text) => terminal.err(text.trimEnd()) })
    .showHelpAfterError('Run `jalon --help` for examples.')
    .helpCommand(false);
  addCommands(jalon, actions, {
    progress: json ? () => undefined : terminal.progress,
    say: ({ lines, data }: Answer) => terminal.out(json ? JSON.stringify(data, null, 2) : lines.join('\n')),
    exit: (code) => {
      exitCode = code;
    },
  });
  try {
    await jalon.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { message, ...rest } = told(error);
    terminal.err(json ? JSON.stringify({ error: { ...rest, message } }) : `jalon: ${message}`);
    return error instanceof Failure ? error.exitCode : 1;
  }
}

function told(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof Failure) return { ...error.details, code: error.code, message: error.message };
  if (!(error instanceof Error)) return { code: 'failed', message: String(error) };
  return { code: 'code' in error && typeof error.code === 'string' ? error.code : 'failed', message: error.message };
}
