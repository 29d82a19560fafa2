import type { LoggedDecision } from '@jalon/decision-log';
import { parseStream } from '@jalon/domain';
import { CloudEvent, Kafka as CloudEventsKafka } from 'cloudevents';
import type { IHeaders, KafkaMessage, Message } from 'kafkajs';

/** The CloudEvents type of a decision: `jalon.project.review-submitted.v1`. */
export function eventType({ stream, type, shapeVersion }: Pick<LoggedDecision, 'stream' | 'type' | 'shapeVersion'>): string {
  return `jalon.${parseStream(stream).kind}.${type}.v${shapeVersion}`;
}

/** What orders a decision: its tenant and stream. All decisions of one stream are in one partition. */
export const keyOf = ({ tenant, stream }: Pick<LoggedDecision, 'tenant' | 'stream'>): string => `${tenant}/${stream}`;

/**
 * A decision as a Kafka message in CloudEvents 1.0 binary mode (Kafka protocol binding §3.2): attributes in `ce_` headers, the decision as the log
 * holds it in the value. `origin` is the address of this Jalon, the beginning of `ce_source`.
 */
export function encode(decision: LoggedDecision, origin: string): Message {
  const event = new CloudEvent({
    id: decision.id,
    type: eventType(decision),
    source: `${origin}/log/${decision.tenant}`,
    subject: decision.stream,
    time: decision.recordedAt,
    datacontenttype: 'application/json',
    partitionkey: keyOf(decision),
    tenant: decision.tenant,
    position: decision.position,
    streamversion: decision.version,
    incarnation: decision.incarnation,
    ...(decision.correlation !== undefined && { correlationid: decision.correlation }),
    ...(decision.causation !== undefined && { causationid: decision.causation }),
  });
  const { headers } = CloudEventsKafka.binary(event);
  return {
    key: keyOf(decision),
    value: JSON.stringify(decision),
    headers: written(headers),
    timestamp: String(Date.parse(decision.recordedAt)),
  };
}

/** Headers are text. `datacontenttype` goes into `content-type` alone, and the partition key is the message's key (binding §3.1, §3.2.1). */
function written(headers: Readonly<Record<string, unknown>>): IHeaders {
  const kept = Object.entries(headers).filter(([name, value]) => value !== undefined && name !== 'ce_datacontenttype' && name !== 'ce_partitionkey');
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}

/** The decision that a message carries; undefined for a message that is none of ours, or is damaged: what it should have said is read from the log. */
export function decode({ value, headers }: Pick<KafkaMessage, 'value' | 'headers'>): LoggedDecision | undefined {
  if (!value || !headers?.ce_type?.toString().startsWith('jalon.')) return undefined;
  try {
    const parsed: unknown = JSON.parse(value.toString());
    return isDecision(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value has what tells a decision from anything else; the relay wrote the rest of it as the log has it. */
function isDecision(value: unknown): value is LoggedDecision {
  if (typeof value !== 'object' || value === null) return false;
  const { id, tenant, stream, version, position } = value as Partial<LoggedDecision>;
  return (
    typeof id === 'string' && typeof tenant === 'string' && typeof stream === 'string' && Number.isInteger(version) && Number.isInteger(position)
  );
}
