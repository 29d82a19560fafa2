import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Server } from './server.ts';
import { scratchFolder } from './testing/scratch.ts';
import { startEitherWay } from './way.ts';

const started = (how: Server['how']) => async (): Promise<Server> => ({
  name: 'Store',
  how,
  address: '127.0.0.1:1',
  processes: [],
  stop: async () => {},
});
const start = (dataFolder: string, keepsData: boolean) =>
  startEitherWay({ name: 'Store', dataFolder, keepsData, report: () => {}, container: started('container'), process: started('process') });

describe('a server whose data was in a container', () => {
  let folder: string;
  beforeEach(async () => {
    folder = scratchFolder();
    vi.stubEnv('DOCKER_HOST', `unix://${join(folder, 'no-docker.sock')}`);
    await startEitherWay({
      name: 'Store',
      dataFolder: folder,
      keepsData: true,
      report: () => {},
      container: started('container'),
      process: started('container'),
    });
  });
  afterEach(() => vi.unstubAllEnvs());

  it('does not begin again with nothing when Docker is gone', async () => {
    await expect(start(folder, true)).rejects.toThrow(
      /^The data of Store is in a Docker volume and no Docker answers: start Docker, or remove .* to begin again/,
    );
  });

  it('is a local process meanwhile when its data can be had again', async () => {
    expect(await start(folder, false)).toMatchObject({ how: 'process' });
  });
});
