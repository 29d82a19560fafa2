import { writeFileSync } from 'node:fs';
import { asyncApiDocument } from './document.ts';

/** Writes `asyncapi.json` anew: `node shared/event-bus/asyncapi/generate.ts`, then `npx biome format --write shared/event-bus/asyncapi.json`. */
writeFileSync(new URL('../asyncapi.json', import.meta.url), `${JSON.stringify(asyncApiDocument(), undefined, 2)}\n`);
