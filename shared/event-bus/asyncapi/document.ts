import { type DecisionType, decisionTypes, streamOf } from '@jalon/domain';
import { MARK, Sealed } from '@jalon/domain/sealing';
import { z } from 'zod';
import { eventType } from '../kafka/message.ts';
import { TOPIC } from '../kafka/topic.ts';

const text = { type: 'string' };
const instant = { type: 'string', format: 'date-time' };
const count = { type: 'integer', minimum: 1 };

/** The headers of a message: CloudEvents attributes in Kafka's binary mode. All of them are texts. */
const headers = {
  type: 'object',
  required: [
    'content-type',
    'ce_specversion',
    'ce_id',
    'ce_type',
    'ce_source',
    'ce_subject',
    'ce_time',
    'ce_tenant',
    'ce_position',
    'ce_streamversion',
    'ce_incarnation',
  ],
  properties: {
    'content-type': { const: 'application/json' },
    ce_specversion: { const: '1.0' },
    ce_id: { ...text, description: 'The id of the decision: a repeat has the same.' },
    ce_type: text,
    ce_source: { ...text, description: 'The log: <address of this Jalon>/log/<tenant>.' },
    ce_subject: { ...text, description: 'The stream: <kind>-<id>.' },
    ce_time: { ...instant, description: 'When it was recorded.' },
    ce_tenant: text,
    ce_position: { ...text, pattern: '^[0-9]+$', description: 'Its place in the tenant’s log, from 1, without gaps.' },
    ce_streamversion: { ...text, pattern: '^[0-9]+$', description: 'Its place in the stream, from 1, without gaps.' },
    ce_incarnation: { ...text, description: 'The life of the log: it changes when a restore lost decisions.' },
    ce_correlationid: text,
    ce_causationid: text,
  },
};

/** What every message holds: the decision as the log has it. */
const decision = {
  type: 'object',
  required: [
    'id',
    'type',
    'shapeVersion',
    'stream',
    'version',
    'position',
    'tenant',
    'occurredAt',
    'recordedAt',
    'data',
    'command',
    'actor',
    'envelope',
    'dataText',
  ],
  properties: {
    id: { ...text, format: 'uuid' },
    type: text,
    shapeVersion: count,
    tenant: text,
    stream: text,
    version: count,
    position: count,
    occurredAt: { ...instant, description: 'When it took effect.' },
    recordedAt: instant,
    data: { type: 'object' },
    input: { description: 'What was asked, on the first decision of a command only.' },
    command: { type: 'object', properties: { id: text, name: text } },
    actor: { type: 'object', properties: { kind: { enum: ['person', 'process', 'service', 'import'] }, id: text } },
    authorisation: { type: 'array', items: text, description: 'The policies that allowed it.' },
    policyVersion: { type: 'integer', minimum: 0 },
    ruleVersion: count,
    causation: text,
    correlation: text,
    incarnation: text,
    dataDigest: { ...text, description: 'sha256:<hex> of salt and data text.' },
    envelope: { ...text, description: 'The stored canonical text (RFC 8785) without the data.' },
    dataText: { ...text, description: 'The stored canonical text of the data.' },
  },
};

function messageOf({ kind, type }: { readonly kind: string; readonly type: DecisionType }) {
  const name = eventType({ stream: streamOf(kind, 'id'), type: type.type, shapeVersion: type.version });
  const { $schema: _, ...data } = z.toJSONSchema(type.data, { unrepresentable: 'any', override: ({ jsonSchema }) => asSealed(jsonSchema) });
  const message = {
    name,
    contentType: 'application/json',
    headers: { allOf: [{ $ref: '#/components/schemas/headers' }, { properties: { ce_type: { const: name } } }] },
    payload: {
      allOf: [{ $ref: '#/components/schemas/decision' }, { properties: { type: { const: type.type }, shapeVersion: { const: type.version }, data } }],
    },
  };
  return [name, message] as const;
}

const { $schema: _, ...sealed } = z.toJSONSchema(Sealed);

/** What is personal goes out sealed. */
function asSealed(told: Readonly<Record<string, unknown>>): void {
  if (!(MARK in told)) return;
  for (const name of Object.keys(told)) Reflect.deleteProperty(told, name);
  Object.assign(told, sealed, { [MARK]: true });
}

/** The description of the topic for those who follow it, made from the catalogue of decisions (AsyncAPI 3.0.0). */
export function asyncApiDocument(): object {
  const messages = decisionTypes().map(messageOf);
  const refs = messages.map(([name]) => [name, { $ref: `#/components/messages/${name}` }]);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Jalon: decisions',
      version: '1.0.0',
      description:
        'Every decision of every tenant, at least once, in order within a stream (the key is <tenant>/<stream>), for ever. CloudEvents 1.0, binary mode.',
      license: { name: 'EUPL-1.2' },
    },
    defaultContentType: 'application/json',
    channels: { decisions: { address: TOPIC, messages: Object.fromEntries(refs) } },
    operations: { publishDecisions: { action: 'send', channel: { $ref: '#/channels/decisions' } } },
    components: { messages: Object.fromEntries(messages), schemas: { headers, decision } },
  };
}
