import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import { type ImportFolder, readFolder } from '../import/folder.ts';

/** The demonstration that `npm start` loads. */
export const demonstration = (): ImportFolder => readFolder(join(checkout, 'infra', 'demonstration'));

/** Which of its files tell of real initiatives; all others tell of what is invented. */
export const isCaseStudy = (file: string): boolean => file.startsWith('case-studies/');

/** Which of its files belong to the training programme. */
export const isTraining = (file: string): boolean => file.startsWith('training/');
