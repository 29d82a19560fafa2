import type { Answer, Request } from '@jalon/command-handling';
import { LogUnavailable, WrongClock } from '@jalon/decision-log';
import { UnknownDecision } from '@jalon/domain';
import { describe, expect, it } from 'vitest';
import { bareEdge } from '../testing/bare-edge.ts';

async function answered(answer: () => Answer, headers: Readonly<Record<string, string>> = {}) {
  const asked: Request[] = [];
  const app = await bareEdge(async (request) => {
    asked.push(request);
    return answer();
  });
  const response = await app.inject({
    method: 'POST',
    url: '/v1/programmes/isr/adopt-policy',
    headers: { authorization: 'Bearer a-token', 'idempotency-key': 'a-key-of-mine', ...headers },
    payload: { policy: {} },
  });
  return { status: response.statusCode, retryAfter: response.headers['retry-after'], body: response.json(), text: response.body, asked };
}
const fails = (error: Error) => () => {
  throw error;
};

describe('what the door is asked', () => {
  it('is what was sent, by whom, under an id that says so', async () => {
    const { asked } = await answered(() => ({ status: 'forbidden' }), { 'if-match': '"4"' });
    expect(asked).toEqual([
      {
        tenant: 'tenant-a',
        actor: { kind: 'person', id: 'ana' },
        kind: 'programme',
        id: 'isr',
        name: 'adopt-policy',
        input: { policy: {} },
        commandId: 'person:ana:a-key-of-mine',
        ifVersion: 4,
        correlation: expect.any(String),
      },
    ]);
  });
});

describe('what the door answers', () => {
  it('others being busy with the same thing: try again shortly', async () => {
    const { status, retryAfter, body } = await answered(() => ({ status: 'contended' }));
    expect({ status, retryAfter, code: body.code }).toEqual({ status: 409, retryAfter: '2', code: 'contended' });
  });

  it('an effect that would come too early: from when on it can', async () => {
    const { status, body } = await answered(() => ({ status: 'out-of-order', earliest: '2027-03-01T09:00:00.000Z' }));
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'out-of-order' });
    expect(body.detail).toContain('2027-03-01T09:00:00.000Z');
  });

  it('a command that it does not know', async () => {
    expect((await answered(() => ({ status: 'unknown-command' }))).body.code).toBe('route-unknown');
  });
});

describe('what fails behind the edge', () => {
  it.each([
    [new LogUnavailable('PostgreSQL did not answer'), 'log-unavailable'],
    [new WrongClock('The clock is three seconds fast'), 'service-unfit'],
    [new UnknownDecision('project-dreamt', 1, undefined), 'service-unfit'],
  ])('is told as 503 with a time to try again: %s', async (error, code) => {
    const { status, retryAfter, body } = await answered(fails(error));
    expect({ status, retryAfter, code: body.code }).toEqual({ status: 503, retryAfter: '2', code });
  });

  it('a defect of ours shows a reference and nothing of what went wrong', async () => {
    const { status, body, text } = await answered(fails(new Error('secret of the kitchen')), { 'x-request-id': 'ticket-2027-118' });
    expect({ status, code: body.code, reference: body.reference }).toEqual({ status: 500, code: 'internal', reference: 'ticket-2027-118' });
    expect(text).not.toMatch(/kitchen|stack|\.ts/);
  });
});
