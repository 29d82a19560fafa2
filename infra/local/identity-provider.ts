import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { closing, loggerFor } from '@jalon/runtime';
import { identityProvider } from './identity.ts';
import { identityKeys } from './identity-keys.ts';

const help = `The OpenID provider of the demonstration: one persona a role, no passwords. For this machine alone.

  node infra/local/identity-provider.ts --port 4000 --keys .jalon/identity-keys.json [--host 127.0.0.1]
`;
/** Anybody can be anybody here: it must never be reachable from elsewhere. */
const loopback = ['127.0.0.1', '::1', 'localhost'];

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, keys: { type: 'string' }, host: { type: 'string', default: '127.0.0.1' }, help: { type: 'boolean' } },
  });
  if (values.help) return void process.stdout.write(help);
  const port = Number(values.port);
  if (!loopback.includes(values.host))
    fail(`The demonstration's identity provider asks for no passwords, so it listens on this machine only: ${values.host} is refused.`);
  if (!Number.isInteger(port) || port < 1 || !values.keys) fail(help);
  const logger = loggerFor('identity-provider', { log: { level: 'info', pretty: false } });
  const server = identityProvider(`http://127.0.0.1:${port}`, identityKeys(values.keys));
  closing(logger, () => {
    server.close();
    server.closeAllConnections();
  });
  server.listen(port, values.host);
  await once(server, 'listening').catch(({ message }: Error) => fail(`The identity provider cannot listen on port ${port} (${message}).`));
  logger.info({ port }, 'ready');
}

await main();
