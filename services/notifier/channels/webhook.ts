import { request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { webhookSecret } from '@jalon/event-bus';
import type { Clock } from '@jalon/runtime';
import { useAgent } from 'request-filtering-agent';
import { Webhook } from 'standardwebhooks';
import type { Notice } from '../telling/notice.ts';
import type { Outcome, Send } from './channel.ts';

export interface WebhookOptions {
  /** The key that each funder's secret follows from. */
  readonly commandKey: string;
  readonly publicUrl: string;
  readonly clock: Clock;
  /** Lets webhooks reach private addresses, also without TLS: for development only. */
  readonly allowPrivate: boolean;
}

const TIMEOUT_MS = 15_000;
const GONE = 410;

/** What a funder's endpoint gets: a CloudEvents 1.0 document (JSON format) about the decision. */
export function webhookBody(notice: Notice, publicUrl: string): string {
  const { decision, type, stream, decidedAt, tenant, ...rest } = notice;
  return JSON.stringify({
    specversion: '1.0',
    id: decision,
    type: `jalon.notice.${type}.v1`,
    source: `${publicUrl}/log/${tenant}`,
    subject: stream,
    time: decidedAt,
    datacontenttype: 'application/json',
    data: rest,
  });
}

/** Calls a funder's endpoint, signed as Standard Webhooks says; `webhook-id` is the decision's id, so that a repeat can be dropped. */
export function webhooksWith({ commandKey, publicUrl, clock, allowPrivate }: WebhookOptions): Send {
  return async (address, notice, to) => {
    const url = new URL(address);
    if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:')) {
      return { state: 'failed', detail: `${url.protocol} is no way for a webhook: it has to be https.` };
    }
    const body = webhookBody(notice, publicUrl);
    const sentAt = clock();
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Jalon',
      'webhook-id': notice.decision,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': new Webhook(webhookSecret(commandKey, to)).sign(notice.decision, sentAt, body),
    };
    return outcomeOf(await post(url, body, { headers, agent: useAgent(address, { allowPrivateIPAddress: allowPrivate }) }));
  };
}

/** A redirect is not followed: it is an answer like any other that is no success. */
function outcomeOf(status: number): Outcome {
  const detail = `answered ${status}`;
  if (status >= 200 && status < 300) return { state: 'sent', detail };
  return { state: status === GONE ? 'stopped' : 'pending', detail };
}

/** Posts, and resolves to the status of the answer; its body is not read. Private addresses are refused as the connection is made, whatever the name said before. */
function post(url: URL, body: string, options: RequestOptions): Promise<number> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const sent = request(url, { ...options, method: 'POST', signal: AbortSignal.timeout(TIMEOUT_MS) }, (answer) => {
      resolve(answer.statusCode ?? 0);
      answer.destroy();
    });
    sent.on('error', (error) =>
      reject(error.name === 'AbortError' || error.name === 'TimeoutError' ? new Error(`no answer within ${TIMEOUT_MS / 1000} s`) : error),
    );
    sent.end(body);
  });
}
