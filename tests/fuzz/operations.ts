import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import type { Schema } from './values.ts';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Content {
  readonly schema?: Schema;
  readonly example?: unknown;
}

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Content>> }>>;
  readonly 'x-refusals'?: readonly string[];
}

/** The document at /openapi.json, as far as it is driven. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** One operation of the document. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** With its parameters in braces: `/v1/projects/{id}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Its body, by media type. */
  readonly bodies: Readonly<Record<string, Content>>;
  readonly statuses: readonly number[];
  readonly refusals: readonly string[] | undefined;
  /** Checks a body that came with a status; undefined where the document gives it no shape. */
  readonly shapeOf: (status: number, mediaType: string) => ValidateFunction | undefined;
}

const pointer = (...parts: readonly (string | number)[]) =>
  parts.map((part) => encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');

/** Every operation of an OpenAPI document. A stream of events has no end and no body to judge: it is left out. */
export function operationsOf(document: OpenApi): readonly Operation[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajvFormats.default(ajv);
  ajv.addSchema(document, 'openapi');
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { operationId }]) => operationId !== 'live')
      .map(([method, described]): Operation => {
        const { operationId, parameters = [], requestBody, responses } = described;
        const shapes = new Map<string, ValidateFunction>();
        return {
          id: operationId,
          method: method.toUpperCase(),
          path,
          parameters,
          bodies: requestBody?.content ?? {},
          statuses: Object.keys(responses).map(Number),
          refusals: described['x-refusals'],
          shapeOf(status, mediaType) {
            if (responses[status]?.content?.[mediaType]?.schema === undefined) return undefined;
            const $ref = `openapi#/${pointer('paths', path, method, 'responses', status, 'content', mediaType, 'schema')}`;
            const known = shapes.get($ref) ?? ajv.compile({ $ref });
            shapes.set($ref, known);
            return known;
          },
        };
      }),
  );
}
