import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout of Jalon: the one that holds `package.json` and `.jalon/`. */
export const checkout: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where `npm start` leaves the addresses and secrets of the system that it runs. */
export const environmentFile: string = join(checkout, '.jalon', 'environment');

/** What `npm start` runs. */
export const launcher: string = join(checkout, 'infra', 'local', 'start.ts');
