import { z } from 'zod';
import { isRefusal } from '../kernel/refusal.ts';
import { Prose } from '../kernel/words.ts';
import { DraftNumber, openDraft, PolicyDraftWithdrawn } from './drafts.ts';
import { programmeCommand } from './programme.ts';

export const withdrawPolicyDraft = programmeCommand({
  name: 'withdraw-policy-draft',
  says: { en: 'Withdraw a draft of the policy', fr: 'Abandonner un projet de règlement' },
  about: 'Gives up a draft of the policy: it can no longer be changed or adopted. Its number is not used again.',
  data: z.strictObject({ draft: DraftNumber, reasons: Prose }),
  example: { draft: 1, reasons: 'The committee asked for a rubric with fewer criteria.' },
  refuses: ['policy-draft-unknown', 'policy-draft-settled'],

  decide({ drafts }, { data }) {
    const open = openDraft(drafts, data.draft);
    return isRefusal(open) ? open : PolicyDraftWithdrawn(data);
  },
});
