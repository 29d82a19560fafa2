import { commands, refusals } from '@jalon/domain';
import { beforeAll, describe, expect, it } from 'vitest';
import { bareEdge } from '../testing/bare-edge.ts';

interface Operation {
  readonly summary: string;
  readonly description: string;
  readonly 'x-title-fr': string;
  readonly 'x-refusals': readonly string[];
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody: { readonly content: { readonly 'application/json': { readonly example?: unknown; readonly schema: object } } };
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly examples?: Readonly<Record<string, unknown>> }>> }>
  >;
}

let app: Awaited<ReturnType<typeof bareEdge>>;
let document: { readonly openapi: string; readonly paths: Readonly<Record<string, { readonly post?: Operation; readonly get?: Operation }>> };
beforeAll(async () => {
  app = await bareEdge(async () => ({ status: 'forbidden' }));
  document = (await app.inject('/openapi.json')).json();
});

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1, and refers to nothing that it does not hold', () => {
    expect(document.openapi).toBe('3.1.0');
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g)].map(([, pointer]) => pointer ?? '');
    expect(references.length).toBeGreaterThan(0);
    for (const pointer of new Set(references)) {
      let found: unknown = document;
      for (const part of pointer.split('/').slice(1)) found = (found as Record<string, unknown> | undefined)?.[part];
      expect(found, pointer).toBeDefined();
    }
  });

  it.each(commands.map((command) => [`${command.kind}/${command.name}`, command] as const))(
    'tells how to %s, with an example that is valid',
    (_, command) => {
      const operation = document.paths[`/v1/${command.kind}s/{id}/${command.name}`]?.post;
      expect(operation).toMatchObject({ summary: command.says.en, 'x-title-fr': command.says.fr, 'x-refusals': command.refuses });
      const { example, schema } = operation!.requestBody.content['application/json'];
      expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(command.data.safeParse(example)).toMatchObject({ success: true });
      expect(operation?.parameters.find(({ name }) => name === 'idempotency-key')).toMatchObject({ in: 'header', required: true });
    },
  );

  it('tells every refusal of a command, with an example under its status', () => {
    for (const { kind, name, refuses } of commands) {
      const { description, responses } = document.paths[`/v1/${kind}s/{id}/${name}`]!.post!;
      for (const code of refuses as readonly (keyof typeof refusals)[]) {
        expect(description).toContain(`\`${code}\``);
        expect(responses[refusals[code].status]?.content['application/problem+json']?.examples?.[code], `${name}: ${code}`).toBeDefined();
      }
    }
  });

  it('tells of every read what it answers, and what can go wrong', () => {
    const reads = Object.entries(document.paths).flatMap(([path, { get }]) => (get ? [[path, Object.keys(get.responses)] as const] : []));
    expect(reads.map(([path]) => path)).toContain('/v1/journal');
    for (const [path, statuses] of reads) expect(statuses, path).toEqual(expect.arrayContaining(['200', '401', '403', '404', '503']));
  });
});

describe('the reference page', () => {
  it('loads nothing from elsewhere, and its policy lets it load nothing', async () => {
    const page = await app.inject('/docs/');
    expect([...page.body.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)).toEqual(['js/scalar.js']);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toMatch(/default-src 'none'.*connect-src 'self'/);
    expect(policy).not.toContain('unsafe');
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(page.body.match(/<script[^>]*>/g)?.every((tag) => tag.includes(`nonce="${nonce}"`))).toBe(true);
    expect((await app.inject('/docs/')).headers['content-security-policy']).not.toBe(policy);
    const script = await app.inject('/docs/js/scalar.js');
    expect({ status: script.statusCode, large: script.body.length > 100_000 }).toEqual({ status: 200, large: true });
  });
});
