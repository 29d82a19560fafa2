import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asyncApiDocument } from './document.ts';

describe('asyncapi.json', () => {
  const written: unknown = JSON.parse(readFileSync(new URL('../asyncapi.json', import.meta.url), 'utf8'));

  it('describes the topic as the catalogue has it now (node shared/event-bus/asyncapi/generate.ts)', () => {
    expect(written).toEqual(JSON.parse(JSON.stringify(asyncApiDocument())));
  });

  it('says of each type of decision what its data holds', () => {
    const message = ['components', 'messages', 'jalon.project.review-submitted.v1'];
    expect(written).toHaveProperty([...message, 'payload', 'allOf', 1, 'properties', 'data', 'properties', 'marks', 'type'], 'array');
    expect(written).toHaveProperty([...message, 'headers', 'allOf', 1, 'properties', 'ce_type', 'const'], 'jalon.project.review-submitted.v1');
  });
});
