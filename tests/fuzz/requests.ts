import fc, { type Arbitrary } from 'fast-check';
import type { Operation, Parameter } from './operations.ts';
import { hostile, type Schema, taken } from './values.ts';

/** A request to one operation. */
export interface Sent {
  readonly persona: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** What is known of the system that is driven. */
export interface Ground {
  readonly personas: readonly string[];
  /** The ids of things, by the first part of their addresses: `projects`. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly resolve: (ref: string) => Schema;
}

const JSON_TYPE = 'application/json';
const visible = fc.stringMatching(/^[\x21-\x7e]{1,40}$/);
const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
/** Whatever can stand in an address: halves of surrogates cannot. */
const encoded = (value: unknown) => encodeURIComponent(text(value).toWellFormed());

/** Requests to an operation: mostly such as it takes, and others. */
export function requestsTo(operation: Operation, ground: Ground): Arbitrary<Sent> {
  const { method, path, parameters } = operation;
  return fc
    .record({
      persona: fc.constantFrom(...ground.personas),
      place: placeOf(path, ground),
      query: queryOf(
        parameters.filter((one) => one.in === 'query'),
        ground,
      ),
      sent: bodyOf(operation, ground),
      key: fc.oneof({ weight: 9, arbitrary: fc.uuid() }, { weight: 1, arbitrary: visible }),
      match: fc.oneof(
        { weight: 12, arbitrary: fc.constant(null) },
        { weight: 2, arbitrary: fc.nat(5).map((version) => `"${version}"`) },
        { weight: 1, arbitrary: visible },
      ),
    })
    .map(({ persona, place, query, sent, key, match }) => ({
      persona,
      method,
      path: place + (query === '' ? '' : `?${query}`),
      headers: {
        ...(method === 'POST' && { 'idempotency-key': key }),
        ...(match !== null && { 'if-match': match }),
        ...(sent && { 'content-type': sent.type }),
      },
      ...(sent && { body: sent.body }),
    }));
}

function placeOf(path: string, { ids }: Ground): Arbitrary<string> {
  const collection = path.split('/')[2] ?? '';
  const parts = path.split('/').map((part, index) => {
    if (!part.startsWith('{')) return fc.constant(part);
    const known = index === 3 ? ids[collection] : undefined;
    const words = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
    return fc.oneof(
      { weight: 8, arbitrary: known && known.length > 0 ? fc.constantFrom(...known) : words },
      { weight: 1, arbitrary: words },
      { weight: 1, arbitrary: hostile.map((value) => encoded(value).slice(0, 300)) },
    );
  });
  return fc.tuple(...parts).map((all) => all.join('/'));
}

function queryOf(parameters: readonly Parameter[], { resolve }: Ground): Arbitrary<string> {
  const each = parameters.map(({ name, required, schema }) => {
    // A read waits for a version that is to come: it is asked for what nobody writes only now and then.
    const value = fc.oneof({ weight: name === 'after' ? 0 : 6, arbitrary: taken(schema, resolve) }, { weight: 1, arbitrary: hostile });
    const pair = value.map((one) => `${name}=${encoded(one).slice(0, 2_000)}`);
    return required ? pair : fc.oneof({ weight: name === 'after' ? 20 : 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: pair });
  });
  return fc.tuple(...each).map((all) => all.filter((pair) => pair !== '').join('&'));
}

type Body = { readonly type: string; readonly body: string | Uint8Array<ArrayBuffer> } | undefined;

function bodyOf({ bodies }: Operation, { resolve }: Ground): Arbitrary<Body> {
  const json = bodies[JSON_TYPE];
  if (json) {
    const value = fc.oneof(
      { weight: 4, arbitrary: taken(json.schema ?? {}, resolve) },
      { weight: 6, arbitrary: fc.constant(json.example ?? {}) },
      { weight: 4, arbitrary: spoilt(json.example ?? {}) },
      { weight: 1, arbitrary: hostile },
    );
    return fc.oneof(
      { weight: 20, arbitrary: value.map((one) => ({ type: JSON_TYPE, body: JSON.stringify(one) })) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }).map((body) => ({ type: JSON_TYPE, body })) },
    );
  }
  const types = Object.keys(bodies);
  if (types.length === 0) return fc.constant(undefined);
  return fc.record({ type: fc.constantFrom(...types, 'text/html'), body: fc.uint8Array({ maxLength: 200 }) });
}

/** An example with one of its values, anywhere in it, replaced by a hostile one, left out, or with one beside it that nobody knows. */
function spoilt(example: unknown): Arbitrary<unknown> {
  return fc.tuple(fc.nat(), hostile, fc.constantFrom('replaced', 'left out', 'beside')).map(([which, value, how]) => {
    const copy = structuredClone(example);
    const places = placesIn(copy);
    const place = places[which % Math.max(places.length, 1)];
    if (!place) return value;
    if (how === 'left out') delete place.within[place.name];
    else place.within[how === 'beside' ? `${place.name}-more` : place.name] = value;
    return copy;
  });
}

interface Place {
  readonly within: Record<string, unknown>;
  readonly name: string;
}

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const within = value as Record<string, unknown>;
  return Object.entries(within).flatMap(([name, member]) => [{ within, name }, ...placesIn(member)]);
}
