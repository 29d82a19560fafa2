import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { StartedTestContainer } from 'testcontainers';
import type { Report, Server } from './server.ts';

export interface ContainerToStart {
  /** The server, as people call it. */
  readonly name: string;
  /** Of the container: two starts of one checkout share it, so that a container which a killed launcher left is found and removed. */
  readonly containerName: string;
  readonly image: string;
  readonly command?: readonly string[];
  /** Given the host under which the container will be reached. */
  readonly environment?: (host: string) => Readonly<Record<string, string>>;
  readonly user?: string;
  readonly port: { readonly inside: number; readonly outside: number };
  /** A named volume, so that the data outlives the container. Absent: the data goes with it. */
  readonly volume?: { readonly name: string; readonly target: string } | undefined;
  /** Folders that need no disk. */
  readonly tmpfs?: readonly string[];
  /** Absent: ready when its port answers. */
  readonly readyWhenLogged?: RegExp;
  readonly report: Report;
}

/** How to ask an engine: by a socket, or by host and port. */
type Engine = { readonly socketPath: string } | { readonly host: string; readonly port: number };

function engines(): Engine[] {
  const named = process.env.DOCKER_HOST;
  if (named?.startsWith('unix://')) return [{ socketPath: named.slice('unix://'.length) }];
  if (named?.startsWith('tcp://')) {
    const { hostname, port } = new URL(named);
    return [{ host: hostname, port: Number(port || 2375) }];
  }
  const sockets = ['/var/run/docker.sock', join(homedir(), '.docker/run/docker.sock'), join(homedir(), '.docker/desktop/docker.sock')];
  if (process.env.XDG_RUNTIME_DIR) sockets.push(join(process.env.XDG_RUNTIME_DIR, 'docker.sock'));
  return sockets.filter((path) => existsSync(path)).map((socketPath) => ({ socketPath }));
}

function pings(engine: Engine): Promise<boolean> {
  return new Promise((resolve) => {
    const asking = request({ ...engine, path: '/_ping', timeout: 1_000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    asking.once('timeout', () => asking.destroy());
    asking.once('error', () => resolve(false));
    asking.end();
  });
}

/** Whether a Docker engine answers within a second. */
export async function engineAnswers(): Promise<boolean> {
  return (await Promise.all(engines().map(pings))).includes(true);
}

/** Where what containers publish is reached: this machine, as a rule; elsewhere with a remote engine, or from within a container. */
export async function engineHost(): Promise<string> {
  const { getContainerRuntimeClient } = await import('testcontainers');
  const { host } = (await getContainerRuntimeClient()).info.containerRuntime;
  return host === 'localhost' ? '127.0.0.1' : host;
}

/** Starts a container on the port given, and waits until it is ready. Where the engine is on this machine, it listens on the loopback interface only. */
export async function startContainer(what: ContainerToStart): Promise<Server> {
  const { GenericContainer, getContainerRuntimeClient, ImageName, Wait } = await import('testcontainers');
  const { container: containers, image: images } = await getContainerRuntimeClient();
  const host = await engineHost();

  /** testcontainers binds published ports on every interface; these servers have no password to speak of. */
  class LoopbackContainer extends GenericContainer {
    protected override async beforeContainerCreated(): Promise<void> {
      const bindings = Object.entries((this.hostConfig.PortBindings ?? {}) as Record<string, { HostPort: string }[]>);
      if (host === '127.0.0.1')
        this.hostConfig.PortBindings = Object.fromEntries(bindings.map(([port, to]) => [port, to.map((one) => ({ ...one, HostIp: '127.0.0.1' }))]));
    }
  }

  await containers.dockerode
    .getContainer(what.containerName)
    .remove({ force: true })
    .catch(() => {});
  if (!(await images.exists(ImageName.fromString(what.image)))) what.report(`fetching the image ${what.image}`);
  const container = new LoopbackContainer(what.image)
    .withName(what.containerName)
    .withEnvironment({ ...what.environment?.(host) })
    .withExposedPorts({ container: what.port.inside, host: what.port.outside })
    .withWaitStrategy(what.readyWhenLogged ? Wait.forLogMessage(what.readyWhenLogged) : Wait.forListeningPorts())
    .withTmpFs(Object.fromEntries((what.tmpfs ?? []).map((folder) => [folder, 'rw'])))
    .withStartupTimeout(120_000);
  if (what.command) container.withCommand([...what.command]);
  if (what.user) container.withUser(what.user);
  if (what.volume) container.withBindMounts([{ source: what.volume.name, target: what.volume.target, mode: 'rw' }]);
  return asServer(what, host, await container.start());
}

const asServer = (what: ContainerToStart, host: string, started: StartedTestContainer): Server => ({
  name: what.name,
  how: 'container',
  address: `${host}:${what.port.outside}`,
  processes: [],
  stop: async () => {
    await started.stop({ timeout: 15_000, remove: true });
  },
});
