import { randomUUID } from 'node:crypto';
import type { System } from './system.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came back
  readonly body: any;
}

/** One persona's way of talking to a system over HTTP. */
export interface Client {
  /** `ask('projects/insite/submit-application', {…})`, under a new idempotency key unless one is given. */
  ask(path: string, input?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  /** As `ask`, and throws unless the decision was recorded. */
  decide(path: string, input?: unknown): Promise<Answered>;
  read(path: string): Promise<Answered>;
}

export async function clientOf(system: System, persona: string): Promise<Client> {
  const token = await system.token(persona);
  async function send(method: string, path: string, input: unknown, headers: Readonly<Record<string, string>>): Promise<Answered> {
    const response = await fetch(`${system.url}/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(method === 'POST' && { 'content-type': 'application/json' }), ...headers },
      ...(method === 'POST' && { body: JSON.stringify(input ?? {}) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  }
  const ask: Client['ask'] = (path, input, headers = {}) => send('POST', path, input, { 'idempotency-key': randomUUID(), ...headers });
  return {
    ask,
    async decide(path, input) {
      const answered = await ask(path, input);
      if (answered.status !== 201) throw new Error(`${persona}: ${path} was answered ${answered.status} ${JSON.stringify(answered.body)}`);
      return answered;
    },
    read: (path) => send('GET', path, undefined, {}),
  };
}
