import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { freePort, holdPort } from '../servers/ports.ts';
import { Unavailable } from '../servers/server.ts';

const Ports = z.object({ http: z.int(), identity: z.int(), postgres: z.int(), temporal: z.int(), kafka: z.int() });
export type Ports = z.output<typeof Ports>;

/** A port that nobody else can take before it is released. */
export type Held = NonNullable<Awaited<ReturnType<typeof holdPort>>>;

/** Where the first checkout on a machine is found. */
const firstHttpPort = 3_000;

function read(file: string): { readonly [Name in keyof Ports]?: number | undefined } {
  try {
    return Ports.partial().parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

/**
 * The ports of this start: those of the last one where they are free, else others, so that two checkouts run side by side. The one of Jalon itself is held,
 * for it is one of few that everybody wants.
 * @throws {Unavailable} when the port that was asked for by JALON_HTTP_PORT is in use
 */
export async function portsFor(file: string, asked: string | undefined): Promise<{ readonly ports: Ports; readonly http: Held }> {
  const last = read(file);
  const http = asked ? await holdAsked(asked) : await holdNext(last.http);
  const ports: Ports = {
    http: http.port,
    identity: await freePort(last.identity),
    postgres: await freePort(last.postgres),
    temporal: await freePort(last.temporal),
    kafka: await freePort(last.kafka),
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(ports, null, 2));
  return { ports, http };
}

async function holdAsked(asked: string): Promise<Held> {
  const port = Number(asked);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Unavailable(`JALON_HTTP_PORT is ${asked}, which is no port: choose one between 1 and 65535.`);
  const held = await holdPort(port);
  if (held) return held;
  throw new Unavailable(
    `Port ${port} is in use: stop what listens there, set JALON_HTTP_PORT to another one, or leave it unset and Jalon takes the next free one.`,
  );
}

async function holdNext(last: number | undefined): Promise<Held> {
  let held = last === undefined ? undefined : await holdPort(last);
  for (let port = firstHttpPort; !held; port += 1) held = await holdPort(port);
  return held;
}
