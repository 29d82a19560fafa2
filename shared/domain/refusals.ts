import { callRefusals } from './call/refusals.ts';
import { programmeRefusals } from './programme/refusals.ts';
import { applicationRefusals } from './project/application/refusals.ts';
import { projectRefusals } from './project/refusals.ts';
import { srlRefusals } from './project/srl/refusals.ts';

/** Every refusal that a rule can give: a stable code, with its HTTP status and words in both languages. */
export const refusals = { ...programmeRefusals, ...callRefusals, ...applicationRefusals, ...projectRefusals, ...srlRefusals };

export type RefusalCode = keyof typeof refusals;
