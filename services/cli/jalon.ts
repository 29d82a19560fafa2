import { run } from './command-line.ts';
import { actionsOn } from './main.ts';
import { terminalOf } from './terminal.ts';

const terminal = terminalOf(process);
process.exitCode = await run(process.argv.slice(2), actionsOn(process.env, terminal), terminal);
