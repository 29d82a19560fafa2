import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import { type ImportFolder, readFolder } from '../import/folder.ts';

/** The demonstration that `npm start` loads. */
export const demonstration = (): ImportFolder => readFolder(join(checkout, 'infra', 'demonstration'));

/** Which of its things are real initiatives, and which are invented applications, by file. */
export const isCaseStudy = (file: string): boolean => file.startsWith('case-studies/');
export const isInvented = (file: string): boolean => file.startsWith('invented/') && !file.endsWith('/call.yaml');
