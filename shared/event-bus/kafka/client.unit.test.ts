import { createRequire } from 'node:module';
import { describe, expect, it, vi } from 'vitest';
import './client.ts';

const require = createRequire(import.meta.url);
const RequestQueue: new (
  options: object,
) => {
  throttleCheckTimeoutId: unknown;
  throttledUntil: number;
  push(request: object): void;
  checkPendingRequests(): void;
} = require('kafkajs/src/network/requestQueue');

const quiet = { debug: () => undefined, warn: () => undefined };
const queue = (maxInFlightRequests: number) =>
  new RequestQueue({ maxInFlightRequests, requestTimeout: 1_000, clientId: 'test', broker: 'test', logger: quiet });
const request = (correlationId: number, sendRequest: () => void) => ({
  entry: { correlationId, apiName: 'test' },
  expectResponse: true,
  sendRequest,
});

describe('the queue of requests to a broker', () => {
  it('sets no timer while no request waits', () => {
    const idle = queue(1);
    idle.checkPendingRequests();
    expect(idle.throttleCheckTimeoutId).toBeNull();
  });

  it('sends what a broker had throttled once the throttling is over, and never waits a negative time', () => {
    vi.useFakeTimers();
    const throttled = queue(5);
    const waits = vi.spyOn(globalThis, 'setTimeout');
    const send = vi.fn();
    throttled.throttledUntil = Date.now() + 300;
    throttled.push(request(1, send));
    expect(send).not.toHaveBeenCalled();
    vi.advanceTimersByTime(400);
    expect(send).toHaveBeenCalledOnce();
    expect(waits.mock.calls.every(([, milliseconds]) => Number(milliseconds) > 0)).toBe(true);
    vi.useRealTimers();
  });
});
