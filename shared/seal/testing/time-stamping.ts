import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A time-stamping authority of a test: `openssl ts` behind HTTP. */
export interface TimeStamping extends AsyncDisposable {
  readonly url: string;
  /** The certificate that its own leads to, as PEM. */
  readonly authority: string;
}

const CONFIGURATION = `
[tsa]
default_tsa = stamping
[stamping]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
`;

/** Starts an authority with a certificate for time stamping, or for something else where that is asked for. */
export async function startTimeStamping(purpose = 'critical,timeStamping'): Promise<TimeStamping> {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-tsa-'));
  const openssl = (...args: readonly string[]) => run('openssl', args, { cwd: folder });
  await writeFile(join(folder, 'tsa.cnf'), CONFIGURATION);
  await writeFile(join(folder, 'serial'), '01\n');
  await writeFile(join(folder, 'tsa.ext'), `extendedKeyUsage=${purpose}\nkeyUsage=critical,digitalSignature\n`);
  const subject = (name: string) => ['-newkey', 'rsa:2048', '-nodes', '-keyout', `${name}.key`, '-subj', `/O=Fiction/CN=${name}`];
  await openssl('req', '-x509', ...subject('authority'), '-out', 'authority.pem', '-days', '30', '-addext', 'basicConstraints=critical,CA:TRUE');
  await openssl('req', ...subject('stamping'), '-out', 'stamping.csr');
  await openssl(
    ...'x509 -req -in stamping.csr -CA authority.pem -CAkey authority.key -CAcreateserial -days 30 -extfile tsa.ext -out stamping.pem'.split(' '),
  );
  let count = 0;

  async function reply(query: Buffer): Promise<Buffer> {
    count += 1;
    const [asked, answered] = [`${count}.tsq`, `${count}.tsr`];
    await writeFile(join(folder, asked), query);
    await openssl(
      ...`ts -reply -config tsa.cnf -section stamping -queryfile ${asked} -signer stamping.pem -inkey stamping.key -out ${answered}`.split(' '),
    );
    return readFile(join(folder, answered));
  }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    try {
      const answer = await reply(Buffer.concat(chunks));
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(answer);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`,
    authority: await readFile(join(folder, 'authority.pem'), 'utf8'),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
