import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineAnswers } from './container.ts';
import { lastLine, type Report, type Server, Unavailable } from './server.ts';

export interface Ways {
  readonly name: string;
  /** Where the server's data lies, or what there is to know about it when it lies elsewhere. */
  readonly dataFolder: string;
  /** Others rely on what is in it: rather no server than one without its data. */
  readonly keepsData: boolean;
  readonly report: Report;
  readonly container: () => Promise<Server>;
  readonly process: () => Promise<Server>;
}

/**
 * Starts a server in a container where an engine answers, else as a local process. Whichever it was is remembered with the data, and comes first the next time:
 * a Docker that appears between two starts does not make the data seem lost, nor does one that goes.
 */
export async function startEitherWay({ name, dataFolder, keepsData, report, container, process }: Ways): Promise<Server> {
  const note = join(dataFolder, 'started-as');
  const before = readNote(note);
  const remember = (server: Server): Server => {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(note, `${server.how}\n`);
    return server;
  };
  const docker = before !== 'process' && (await engineAnswers());
  if (before === 'container' && keepsData && !docker) {
    throw new Unavailable(
      `The data of ${name} is in a Docker volume and no Docker answers: start Docker, or remove ${dataFolder} to begin again without that data.`,
    );
  }
  if (docker) {
    try {
      return remember(await container());
    } catch (error) {
      if (before === 'container') throw error;
      report(`no container for ${name} (${lastLine(String(error))}), trying a local process`);
    }
  }
  return remember(await process());
}

export function readNote(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}
